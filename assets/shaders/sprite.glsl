// SPDX-License-Identifier: EUPL-1.2
// Copies of symbols that were drawn once: one instance for each.
// a_at: left bottom of the copy in whole pixels from the left bottom of the picture (x, y), left bottom of the cell in the
//       atlas, pixels (z, w)
uniform vec2 u_to_clip;   // 2 / size of the picture in pixels
uniform float u_cell;     // size of a cell, pixels
uniform sampler2D u_atlas;

#ifdef VERTEX
layout(location = 0) in vec4 a_at;
out vec2 v_in_atlas;  // pixels

void main() {
    vec2 corner = vec2((gl_VertexID & 1) != 0 ? u_cell : 0.0, (gl_VertexID & 2) != 0 ? u_cell : 0.0);
    v_in_atlas = a_at.zw + corner;
    gl_Position = vec4((a_at.xy + corner) * u_to_clip - 1.0, 0.0, 1.0);
}
#endif

#ifdef FRAGMENT
in vec2 v_in_atlas;
out vec4 o_colour;

void main() {
    o_colour = texelFetch(u_atlas, ivec2(v_in_atlas), 0);
}
#endif
