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

// What is below, and above it a band from where it begins. The line there is solid, so that bands are told apart without
// their colours. @param beyond how far the place lies beyond the limit, pixels
vec4 with_band(vec4 below, vec4 band, float beyond) {
    vec4 colour = mix(below, band, clamp(beyond + 0.5, 0.0, 1.0));
    float line = clamp(0.5 + 0.5 * u_line - abs(beyond - 0.5 * u_line), 0.0, 1.0);
    return mix(colour, vec4(band.rgb / max(band.a, 0.01), 1.0), line);
}

void main() {
    float density = texture(u_density, v_in_image).r;
    float per_pixel = max(fwidth(density), 1e-12);
    o_colour = with_band(vec4(0.0), u_band_0, (density - u_limits.x) / per_pixel);
    o_colour = with_band(o_colour, u_band_1, (density - u_limits.y) / per_pixel);
    o_colour = with_band(o_colour, u_band_2, (density - u_limits.z) / per_pixel);
    o_colour = with_band(o_colour, u_band_3, (density - u_limits.w) / per_pixel);
    o_colour = with_band(o_colour, u_band_4, (density - u_last) / per_pixel);
}
#endif
