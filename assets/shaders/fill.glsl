// SPDX-License-Identifier: EUPL-1.2
// Areas in one colour.
// a_at: corner of a triangle, CRS units from the chunk's origin, y north
uniform vec4 u_place;    // where the chunk's origin lies (x, y) in pixels from the left bottom; pixels for a CRS unit (z)
uniform vec2 u_to_clip;  // 2 / size of the picture in pixels
uniform vec4 u_colour;   // premultiplied

#ifdef VERTEX
layout(location = 0) in vec2 a_at;

void main() {
    vec2 pixel = u_place.xy + a_at * u_place.z;
    gl_Position = vec4(pixel * u_to_clip - 1.0, 0.0, 1.0);
}
#endif

#ifdef FRAGMENT
out vec4 o_colour;

void main() {
    o_colour = u_colour;
}
#endif
