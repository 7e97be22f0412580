// SPDX-License-Identifier: EUPL-1.2
// Lines of a constant width with round ends, joints and smooth edges: one instance for each piece from corner to corner.
// a_from, a_to: corners, CRS units from the chunk's origin (x, y), distance along the strip in CRS units (z);
//               z < 0 begins a strip, at the distance -1 - z
uniform vec4 u_place;    // where the chunk's origin lies (x, y) in pixels from the left bottom; pixels for a CRS unit (z)
uniform vec2 u_to_clip;  // 2 / size of the picture in pixels
uniform vec4 u_colour;   // premultiplied
uniform vec3 u_pen;      // half the width (x), length of a dash (y) and of a gap (z), pixels; y 0: unbroken

#ifdef VERTEX
layout(location = 0) in vec3 a_from;
layout(location = 1) in vec3 a_to;
out vec3 v_on;               // along the piece from its begin, across it, both in pixels; distance along the strip
flat out float v_length;     // of the piece, pixels

void main() {
    vec2 begin = u_place.xy + a_from.xy * u_place.z, end = u_place.xy + a_to.xy * u_place.z;
    vec2 way = end - begin;
    float way_length = length(way);
    vec2 along = way_length > 0.0 ? way / way_length : vec2(1.0, 0.0);
    vec2 across = vec2(-along.y, along.x);
    float reach = u_pen.x + 1.0;
    bool at_end = (gl_VertexID & 1) != 0;
    float side = (gl_VertexID & 2) != 0 ? reach : -reach;
    float forward = at_end ? way_length + reach : -reach;
    vec2 pixel = begin + along * forward + across * side;
    float start = a_from.z < 0.0 ? -1.0 - a_from.z : a_from.z;
    v_on = vec3(forward, side, start * u_place.z + forward);
    v_length = way_length;
    // The way from one strip's end to the next one's begin is not drawn.
    gl_Position = a_to.z < 0.0 ? vec4(-9.0, -9.0, 0.0, 1.0) : vec4(pixel * u_to_clip - 1.0, 0.0, 1.0);
}
#endif

#ifdef FRAGMENT
in vec3 v_on;
flat in float v_length;
out vec4 o_colour;

void main() {
    float beyond = max(max(-v_on.x, v_on.x - v_length), 0.0);
    float off = length(vec2(beyond, v_on.y));
    float cover = clamp(u_pen.x + 0.5 - off, 0.0, 1.0);
    if (u_pen.y > 0.0) {
        float period = u_pen.y + u_pen.z;
        float in_dash = abs(mod(v_on.z + 0.5 * u_pen.z, period) - 0.5 * period);
        cover *= clamp(0.5 * u_pen.y + 0.5 - in_dash, 0.0, 1.0);
    }
    o_colour = u_colour * cover;
}
#endif
