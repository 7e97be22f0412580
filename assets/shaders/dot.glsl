// SPDX-License-Identifier: EUPL-1.2
// A layer's points: one instance for each.
// a_at: CRS units from the chunk's origin, y north
uniform vec4 u_place;    // where the chunk's origin lies (x, y) in pixels from the left bottom; pixels for a CRS unit (z)
uniform vec2 u_to_clip;  // 2 / size of the picture in pixels
uniform vec4 u_fill;     // premultiplied
uniform vec4 u_edge;     // premultiplied
uniform vec3 u_dot;      // half the size (x) and width of the edge (y) in pixels; shape (z): 1 disc, 2 square, 3 diamond, 4 triangle

#ifdef VERTEX
layout(location = 0) in vec2 a_at;
out vec2 v_off;  // pixels from the point

void main() {
    float reach = u_dot.x + u_dot.y + 1.0;
    v_off = vec2((gl_VertexID & 1) != 0 ? reach : -reach, (gl_VertexID & 2) != 0 ? reach : -reach);
    vec2 pixel = u_place.xy + a_at * u_place.z + v_off;
    gl_Position = vec4(pixel * u_to_clip - 1.0, 0.0, 1.0);
}
#endif

#ifdef FRAGMENT
in vec2 v_off;
out vec4 o_colour;

float outside(vec2 p) {
    if (u_dot.z < 1.5) return length(p) - u_dot.x;
    if (u_dot.z < 2.5) return max(abs(p.x), abs(p.y)) - u_dot.x * 0.9;
    if (u_dot.z < 3.5) return (abs(p.x) + abs(p.y) - u_dot.x * 1.25) * 0.7071;
    p.y += u_dot.x * 0.2;
    return max(-p.y - u_dot.x * 0.6, abs(p.x) * 0.8944 + p.y * 0.4472 - u_dot.x * 0.62);
}

void main() {
    float d = outside(v_off);
    vec4 inner = u_fill * clamp(0.5 - d, 0.0, 1.0);
    vec4 halo = u_edge * clamp(0.5 - d + u_dot.y, 0.0, 1.0);
    o_colour = inner + halo * (1.0 - inner.a);
}
#endif
