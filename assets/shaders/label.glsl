// SPDX-License-Identifier: EUPL-1.2
// Names of the map, cut from a texture into which each was drawn once.
// a_at: pixels from the left bottom of the picture; a_in: texels from the left top of the texture; a_role: which colours
uniform vec2 u_to_clip;      // 2 / size of the picture in pixels
uniform float u_texel;       // 1 / size of the texture
uniform vec4 u_ink[6];       // not premultiplied
uniform vec4 u_halo[6];      // not premultiplied
uniform sampler2D u_cover;   // letter (r), letter or halo (g)

#ifdef VERTEX
layout(location = 0) in vec2 a_at;
layout(location = 1) in vec2 a_in;
layout(location = 2) in float a_role;
out vec2 v_in;
flat out vec4 v_ink;
flat out vec4 v_halo;

void main() {
    v_in = a_in * u_texel;
    v_ink = u_ink[int(a_role + 0.5)];
    v_halo = u_halo[int(a_role + 0.5)];
    gl_Position = vec4(a_at * u_to_clip - 1.0, 0.0, 1.0);
}
#endif

#ifdef FRAGMENT
in vec2 v_in;
flat in vec4 v_ink;
flat in vec4 v_halo;
out vec4 o_colour;

void main() {
    vec2 cover = texture(u_cover, v_in).rg;
    float halo = cover.g * v_halo.a * (1.0 - cover.r);
    o_colour = vec4(v_ink.rgb * cover.r + v_halo.rgb * halo, cover.r + halo);
}
#endif
