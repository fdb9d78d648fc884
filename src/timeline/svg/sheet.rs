//! The paper under a pen: places in percent of its width, heights in pixels.

use crate::timeline::pen::Pen;

/// A drawing that is being made.
pub struct Sheet<'p> {
    pen: &'p mut dyn Pen,
    width: i64,
}

impl Sheet<'_> {
    /// A drawing of this width.
    pub fn new(pen: &mut dyn Pen, width: i32) -> Sheet<'_> {
        Sheet { pen, width: i64::from(width.max(1)) }
    }

    /// Whether what stands in so many pixels below `y` is drawn now.
    pub fn wants(&mut self, y: i32, height: i32) -> bool {
        self.pen.wants((y, y + height))
    }

    /// Begins an element, with a class unless that is empty.
    pub fn open(&mut self, name: &'static str, class: &str) -> &mut Self {
        self.pen.open(name);
        if class.is_empty() { self } else { self.attribute("class", class) }
    }

    /// Ends an element.
    pub fn close(&mut self) {
        self.pen.close();
    }

    /// Content of text, and the end of the element.
    pub fn content(&mut self, text: &str) {
        self.pen.text(text);
        self.pen.close();
    }

    /// An attribute of text.
    pub fn attribute(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.pen.attribute(name, value);
        self
    }

    /// An attribute in pixels.
    pub fn pixels(&mut self, name: &'static str, value: i32) -> &mut Self {
        self.attribute(name, &value.to_string())
    }

    /// A place between the left edge and the right, in percent.
    pub fn place(&mut self, name: &'static str, x: i32) -> &mut Self {
        let tenths = self.tenths(x);
        self.attribute(name, &percent(tenths))
    }

    /// The attributes `x` and `width` of what reaches from `x0` to `x1`. The
    /// width is that of the rounded edges, so that neighbours meet.
    pub fn extent(&mut self, x0: i32, x1: i32) -> &mut Self {
        let (from, to) = (self.tenths(x0), self.tenths(x1));
        self.attribute("x", &percent(from)).attribute("width", &percent(to - from))
    }

    /// The attributes `y` and `height`.
    pub fn rows(&mut self, y: i32, height: i32) -> &mut Self {
        self.pixels("y", y).pixels("height", height)
    }

    /// A line.
    pub fn line(&mut self, class: &str, x: (i32, i32), y: (i32, i32)) {
        self.open("line", class).place("x1", x.0).place("x2", x.1);
        self.pixels("y1", y.0).pixels("y2", y.1).close();
    }

    /// A title, which browsers show and read out.
    pub fn title(&mut self, text: &str) {
        if !text.is_empty() {
            self.open("title", "").content(text);
        }
    }

    /// A tenth of a percent is about a pixel of a wide drawing.
    fn tenths(&self, x: i32) -> i64 {
        (i64::from(x) * 1_000 + self.width / 2).div_euclid(self.width)
    }
}

/// Tenths of a percent, without a trailing zero.
fn percent(tenths: i64) -> String {
    let mut value = String::new();
    if tenths < 0 {
        value.push('-');
    }
    let tenths = tenths.abs();
    value.push_str(&(tenths / 10).to_string());
    if tenths % 10 > 0 {
        value.push('.');
        value.push_str(&(tenths % 10).to_string());
    }
    value.push('%');
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::pen::TextPen;

    #[test]
    fn places_in_percent() {
        let check = |width: i32, x: i32, expected: &str| {
            let mut pen = TextPen::default();
            Sheet::new(&mut pen, width).open("rect", "").place("x", x).close();
            assert_eq!(pen.finish(), format!("<rect x=\"{expected}\"/>"));
        };
        check(960, 0, "0%");
        check(960, 960, "100%");
        check(960, 1, "0.1%");
        check(960, 5, "0.5%");
        check(1_000, 123, "12.3%");
        check(960, -12, "-1.2%");
        check(10_000, 1_207, "12.1%");
        check(0, 3, "300%");
    }
}
