// SPDX-License-Identifier: EUPL-1.2
// A piece of an image, stretched to its place.
// No attributes: the four corners are known by their number.
uniform vec2 u_to_clip;     // 2 / size of the picture in pixels
uniform vec4 u_place;       // left, bottom, right, top in pixels from the left bottom of the picture
uniform float u_opacity;    // 0 to 1
uniform sampler2D u_image;  // rows from the north, premultiplied

#ifdef VERTEX
out vec2 v_in_image;  // 0 to 1, from the north-west

void main() {
    vec2 corner = vec2((gl_VertexID & 1) != 0 ? 1.0 : 0.0, (gl_VertexID & 2) != 0 ? 1.0 : 0.0);
    v_in_image = vec2(corner.x, 1.0 - corner.y);
    gl_Position = vec4(mix(u_place.xy, u_place.zw, corner) * u_to_clip - 1.0, 0.0, 1.0);
}
#endif

#ifdef FRAGMENT
in vec2 v_in_image;
out vec4 o_colour;

void main() {
    o_colour = texture(u_image, v_in_image) * u_opacity;
}
#endif
