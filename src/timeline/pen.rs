//! What a drawing is drawn with: one set of strokes for the static page, the
//! live page and files.

/// Makes elements one inside the other. Attributes come before content.
pub trait Pen {
    /// Begins an element inside the one that is open.
    fn open(&mut self, name: &'static str);
    /// Gives the open element an attribute.
    fn attribute(&mut self, name: &'static str, value: &str);
    /// Gives the open element a text.
    fn text(&mut self, text: &str);
    /// Ends the open element.
    fn close(&mut self);
    /// Whether what stands in these rows, from one pixel to another, is drawn now. Who
    /// does not ask draws what is always wanted.
    fn wants(&mut self, _rows: (i32, i32)) -> bool {
        true
    }
}

/// A pen that writes SVG text. Every text is escaped.
#[derive(Debug, Default)]
pub struct TextPen {
    written: String,
    open: Vec<&'static str>,
    within_tag: bool,
}

impl TextPen {
    /// What was written, with every element ended.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.written
    }

    fn end_tag(&mut self) {
        if std::mem::take(&mut self.within_tag) {
            self.written.push('>');
        }
    }

    fn escape(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.written.push_str("&amp;"),
                '<' => self.written.push_str("&lt;"),
                '>' => self.written.push_str("&gt;"),
                '"' => self.written.push_str("&quot;"),
                letter => self.written.push(letter),
            }
        }
    }
}

impl Pen for TextPen {
    fn open(&mut self, name: &'static str) {
        self.end_tag();
        self.written.push('<');
        self.written.push_str(name);
        self.open.push(name);
        self.within_tag = true;
    }

    fn attribute(&mut self, name: &'static str, value: &str) {
        self.written.push(' ');
        self.written.push_str(name);
        self.written.push_str("=\"");
        self.escape(value);
        self.written.push('"');
    }

    fn text(&mut self, text: &str) {
        self.end_tag();
        self.escape(text);
    }

    fn close(&mut self) {
        let Some(name) = self.open.pop() else { return };
        if std::mem::take(&mut self.within_tag) {
            self.written.push_str("/>");
        } else {
            self.written.push_str("</");
            self.written.push_str(name);
            self.written.push('>');
        }
        // A line for each element of the drawing keeps snapshots readable.
        if self.open.len() == 1 {
            self.written.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_stand_in_each_other_and_texts_are_escaped() {
        let mut pen = TextPen::default();
        pen.open("svg");
        pen.open("text");
        pen.attribute("class", "a\"b");
        pen.text("<&>");
        pen.close();
        pen.open("rect");
        assert_eq!(pen.finish(), "<svg><text class=\"a&quot;b\">&lt;&amp;&gt;</text>\n<rect/>\n</svg>");
    }
}
