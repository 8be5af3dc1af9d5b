//! What chance picks of the looks of words.

use super::*;

impl Chance {
    pub fn weight(&mut self) -> Weight {
        *self.pick(&[Weight::LIGHT, Weight::NORMAL, Weight::BOLD, Weight::BLACK])
    }

    pub fn font(&mut self) -> Font {
        let font = Font::new().math_font("text").weight(self.weight()).style(self.slant());
        match self.below(0, 3) {
            0 => font.size(self.size()),
            1 => font,
            _ => font.family(self.family()),
        }
    }

    pub fn family(&mut self) -> &'static str {
        let families: [&str; 3] = ["serif", "monospace", "sans-serif"];
        families[self.below(0, 3)]
    }

    pub fn wrap(&mut self) -> Wrap {
        match self.below(0, 4) {
            0 => Wrap::None,
            1 => Wrap::Figure,
            2 => Wrap::Points(self.size()),
            _ => Wrap::Axes(self.fraction()),
        }
    }

    pub fn rotation_mode(&mut self) -> RotationMode {
        *self.pick(&[RotationMode::Default, RotationMode::Anchor])
    }

    /// Rarely the one that is refused without formulas.
    pub fn math_font(&mut self) -> MathFont {
        if self.below(0, 20) == 0 { MathFont::ComputerModern } else { MathFont::Text }
    }

    pub fn slant(&mut self) -> FontStyle {
        *self.pick(&[FontStyle::Normal, FontStyle::Italic])
    }

    pub fn halign(&mut self) -> HAlign {
        *self.pick(&[HAlign::Left, HAlign::Center, HAlign::Right])
    }

    pub fn valign(&mut self) -> VAlign {
        *self.pick(&[
            VAlign::Top,
            VAlign::Center,
            VAlign::CenterBaseline,
            VAlign::Baseline,
            VAlign::Bottom,
        ])
    }

    pub fn boxed(&mut self) -> TextBox {
        let boxed = if self.flag() { TextBox::new() } else { TextBox::rounded() };
        let styles = [
            BoxStyle::square(),
            BoxStyle::round().rounding_size(self.fraction()),
            BoxStyle::round4().pad(self.fraction()),
            BoxStyle::circle(),
            BoxStyle::ellipse(),
            BoxStyle::larrow().head_width(self.between(0.0, 3.0)),
            BoxStyle::rarrow().head_angle(self.between(1.0, 179.0)),
            BoxStyle::darrow().head_angle(self.between(-179.0, -1.0)),
            BoxStyle::sawtooth().tooth_size(self.fraction()),
            BoxStyle::roundtooth(),
        ];
        let boxed = if self.flag() { boxed.style(*self.pick(&styles)) } else { boxed };
        let boxed = boxed.color(self.color()).edge_color(self.color());
        boxed.edge_width(self.size()).padding(self.fraction()).alpha(self.fraction())
    }

    pub fn label(&mut self) -> Label {
        let mut label = Label::new(self.text());
        if self.comes(0.3) {
            label = label.size(self.size()).weight(self.weight()).style(self.slant());
        }
        if self.comes(0.3) {
            label = label.font(self.font()).wrap(self.wrap()).line_spacing(self.fraction());
            label = label.multialignment(self.halign()).rotation(self.between(-200.0, 200.0));
        }
        if self.comes(0.3) {
            label = label.color(self.color()).pad(self.size()).halign(self.halign());
        }
        label
    }
}
