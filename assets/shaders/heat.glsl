// SPDX-License-Identifier: EUPL-1.2
// Densities in bands of colour, with a thin line where one band begins.
// No attributes: the four corners are known by their number.
uniform vec2 u_to_clip;            // 2 / size of the picture in pixels
uniform vec4 u_place;              // left, bottom, right, top in pixels from the left bottom of the picture
uniform float u_line;              // width of the lines between bands, pixels
uniform vec4 u_limits;             // where the first four bands begin
uniform float u_last;              // where the fifth begins
uniform vec4 u_band_0, u_band_1, u_band_2, u_band_3, u_band_4;  // premultiplied
uniform sampler2D u_density;       // rows from the south

#ifdef VERTEX
out vec2 v_in_image;

void main() {
    vec2 corner = vec2((gl_VertexID & 1) != 0 ? 1.0 : 0.0, (gl_VertexID & 2) != 0 ? 1.0 : 0.0);
    v_in_image = corner;
    gl_Position = vec4(mix(u_place.xy, u_place.zw, corner) * u_to_clip - 1.0, 0.0, 1.0);
}
#endif

#ifdef FRAGMENT
in vec2 v_in_image;
out vec4 o_colour;

void main() {
    float density = texture(u_density, v_in_image).r;
    float per_pixel = fwidth(density);
    if (density < u_limits.x) discard;
    o_colour = u_band_0;
    float begin = u_limits.x, next = u_limits.y;
    if (density >= u_limits.y) { o_colour = u_band_1; begin = u_limits.y; next = u_limits.z; }
    if (density >= u_limits.z) { o_colour = u_band_2; begin = u_limits.z; next = u_limits.w; }
    if (density >= u_limits.w) { o_colour = u_band_3; begin = u_limits.w; next = u_last; }
    if (density >= u_last) { o_colour = u_band_4; begin = u_last; }
    // The line lies in the band that begins there: solid, so that bands are told apart without their colours.
    if (per_pixel > 0.0 && (density - begin) < u_line * per_pixel) o_colour = vec4(o_colour.rgb / max(o_colour.a, 0.01), 1.0);
}
#endif
