// SPDX-License-Identifier: EUPL-1.2
// Symbols of findings: what is wrong is told by shape and digit as well as by colour. One instance for each.
// a_at:    middle of the symbol in pixels from the left bottom of the picture (x, y), half its size in pixels (z),
//          pixels for a style pixel (w)
// a_look:  shape (x): 0 triangle, 1 diamond, 2 disc, 3 square; sign (y): 1, 2, 3 the digits, 4 a tick, 5 a stroke, 0 none;
//          filled (z): 1, or 0 for an outline; ring (w): 1 around a selected, 0.5 around a hovered one
// a_colour: not premultiplied
uniform vec2 u_to_clip;  // 2 / size of the picture in pixels
uniform vec4 u_halo;     // around the symbol, and inside an outlined one; not premultiplied
uniform vec4 u_ring;     // not premultiplied

#ifdef VERTEX
layout(location = 0) in vec4 a_at;
layout(location = 1) in vec4 a_look;
layout(location = 2) in vec4 a_colour;
out vec2 v_off;           // from the middle, in halves of the symbol's size: -1 to 1 inside
flat out vec4 v_look;
flat out vec4 v_colour;
flat out vec2 v_size;     // half the size and a style pixel, pixels

void main() {
    float reach = a_at.z + (a_look.w > 0.0 ? 8.0 : 3.0) * a_at.w;
    vec2 corner = vec2((gl_VertexID & 1) != 0 ? reach : -reach, (gl_VertexID & 2) != 0 ? reach : -reach);
    v_off = corner / a_at.z;
    v_look = a_look;
    v_colour = a_colour;
    v_size = a_at.zw;
    gl_Position = vec4((a_at.xy + corner) * u_to_clip - 1.0, 0.0, 1.0);
}
#endif

#ifdef FRAGMENT
in vec2 v_off;
flat in vec4 v_look;
flat in vec4 v_colour;
flat in vec2 v_size;
out vec4 o_colour;

float to_segment(vec2 p, vec2 a, vec2 b) {
    vec2 way = b - a;
    return length(p - a - way * clamp(dot(p - a, way) / dot(way, way), 0.0, 1.0));
}

// To the part of a circle that lies right of, or above, a line through its middle.
float to_arc(vec2 p, vec2 middle, float radius, vec2 towards, float least) {
    vec2 q = p - middle;
    float far = length(q);
    vec2 on = far > 0.0 ? q / far : towards;
    if (dot(on, towards) >= least) return abs(far - radius);
    vec2 side = vec2(-towards.y, towards.x) * sqrt(1.0 - least * least);
    return min(length(q - radius * (towards * least + side)), length(q - radius * (towards * least - side)));
}

float to_sign(vec2 p) {
    if (v_look.y < 0.5) return 9.0;
    if (v_look.y < 1.5) return min(to_segment(p, vec2(0.04, -0.44), vec2(0.04, 0.44)), to_segment(p, vec2(0.04, 0.44), vec2(-0.15, 0.28)));
    if (v_look.y < 2.5) {
        float d = to_arc(p, vec2(0.0, 0.21), 0.23, normalize(vec2(0.25, 1.0)), -0.35);
        d = min(d, to_segment(p, vec2(0.195, 0.085), vec2(-0.24, -0.43)));
        return min(d, to_segment(p, vec2(-0.24, -0.43), vec2(0.25, -0.43)));
    }
    if (v_look.y < 3.5) {
        float d = to_arc(p, vec2(-0.01, 0.225), 0.205, normalize(vec2(1.0, 0.35)), -0.55);
        return min(d, to_arc(p, vec2(-0.01, -0.215), 0.235, normalize(vec2(1.0, -0.3)), -0.6));
    }
    if (v_look.y < 4.5) return min(to_segment(p, vec2(-0.36, 0.02), vec2(-0.1, -0.27)), to_segment(p, vec2(-0.1, -0.27), vec2(0.38, 0.3)));
    return to_segment(p, vec2(-0.34, 0.0), vec2(0.34, 0.0));
}

// All have about the same area, and stand around the middle with room for the sign.
float outside(vec2 p) {
    if (v_look.x < 0.5) {
        p.y += 0.2;
        return max(-p.y - 0.55, abs(p.x) * 0.866 + p.y * 0.5 - 0.65);
    }
    if (v_look.x < 1.5) return (abs(p.x) + abs(p.y)) * 0.7071 - 0.74;
    if (v_look.x < 2.5) return length(p) - 0.84;
    vec2 q = abs(p) - vec2(0.6);
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - 0.14;
}

vec4 over(vec4 below, vec4 colour, float cover) {
    float a = colour.a * clamp(cover, 0.0, 1.0);
    return vec4(colour.rgb * a, a) + below * (1.0 - a);
}

void main() {
    float px = v_size.x, style_px = v_size.y;
    float d = outside(v_off) * px;
    vec4 colour = vec4(0.0);
    if (v_look.w > 0.0) {
        float around = length(v_off) * px - (px + 4.0 * style_px);
        float half_pen = (v_look.w > 0.75 ? 1.5 : 1.0) * style_px;
        colour = over(colour, u_halo, half_pen + 1.5 * style_px + 0.5 - abs(around));
        colour = over(colour, u_ring, half_pen + 0.5 - abs(around));
    }
    colour = over(colour, u_halo, 0.5 - d + 1.75 * style_px);
    colour = over(colour, v_colour, 0.5 - d);
    bool filled = v_look.z > 0.5;
    if (!filled) colour = over(colour, u_halo, 0.5 - d - 2.0 * style_px);
    vec2 p = v_off;
    // A triangle's room for the sign lies below its middle.
    float smaller = v_look.x < 0.5 ? 1.12 : 1.0;
    if (v_look.x < 0.5) p.y += 0.17;
    float s = to_sign(p * smaller) / smaller * px;
    colour = over(colour, filled ? u_halo : v_colour, max(0.085 * px, 0.7 * style_px) + 0.5 - s);
    o_colour = colour;
}
#endif
