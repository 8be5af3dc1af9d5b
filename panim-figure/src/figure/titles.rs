//! Words at the edges of the whole figure: its title, and the labels of what all its axes have in common.

use super::Figure;
use crate::{At, HAlign, Handle, Label, Text, VAlign, artist::Draw, base::handle::Place, pen::Pen};
use vello_cpu::kurbo::Rect;

/// Where each of them is, if it was set.
#[derive(Debug, Clone, Default)]
pub(super) struct Titles([Option<Place>; 3]);

#[derive(Debug, Clone, Copy)]
enum TitleEdge {
    Top,
    Bottom,
    Left,
}

impl TitleEdge {
    const ALL: [Self; 3] = [Self::Top, Self::Bottom, Self::Left];

    /// From the figure's edge, in points: matplotlib's fractions of a figure of its usual size.
    fn distance(self) -> f64 {
        match self {
            Self::Top => 7.0,
            Self::Bottom => 3.5,
            Self::Left => 9.0,
        }
    }

    /// Of a figure so many points wide and high.
    fn place(self, (width, height): (f64, f64)) -> At {
        match self {
            Self::Top => At::Figure(0.5, 1.0 - self.distance() / height),
            Self::Bottom => At::Figure(0.5, self.distance() / height),
            Self::Left => At::Figure(self.distance() / width, 0.5),
        }
    }
}

impl Figure {
    /// Sets the title over all axes, which make room for it. Its handle changes the words in
    /// `#[update]`: `frame[title].set_text(..)`.
    #[doc(alias = "suptitle")]
    pub fn set_title(&mut self, title: impl Into<Label>) -> Handle<Text> {
        let mut title = title.into();
        let font = &mut title.lettering.font;
        font.weight.get_or_insert(self.style.title_weight);
        self.set_words(TitleEdge::Top, "set_title", title)
    }

    /// Sets the label under all axes, which make room for it: what their x axes have in common. It is as large
    /// as a title, and its handle changes the words in `#[update]`.
    #[doc(alias = "supxlabel")]
    pub fn set_xlabel(&mut self, label: impl Into<Label>) -> Handle<Text> {
        self.set_words(TitleEdge::Bottom, "set_xlabel", label.into())
    }

    /// Sets the label at the left of all axes, which make room for it: what their y axes have in common. It is as
    /// large as a title, and its handle changes the words in `#[update]`.
    #[doc(alias = "supylabel")]
    pub fn set_ylabel(&mut self, label: impl Into<Label>) -> Handle<Text> {
        self.set_words(TitleEdge::Left, "set_ylabel", label.into())
    }

    fn set_words(
        &mut self,
        edge: TitleEdge,
        argument: &'static str,
        mut label: Label,
    ) -> Handle<Text> {
        if let Err(wrong) = label.check("Figure", argument) {
            self.mistake.get_or_insert(wrong);
            label = Label::new(label.text);
        }
        label.lettering.font.size.get_or_insert(self.style.title_size);
        let color = match edge {
            TitleEdge::Top => self.style.title_color(),
            TitleEdge::Bottom | TitleEdge::Left => self.style.text,
        };
        label.lettering.color.get_or_insert(color.into());
        let (halign, valign, turn) = match edge {
            TitleEdge::Top => (HAlign::Center, VAlign::Top, 0.0),
            TitleEdge::Bottom => (HAlign::Center, VAlign::Bottom, 0.0),
            TitleEdge::Left => (HAlign::Left, VAlign::Center, 90.0),
        };
        let turn = label.rotation_or(turn);
        let center = label.lettering.multialignment.unwrap_or(HAlign::Center);
        let text = Text::new(edge.place(self.points()), label).rotation(turn).valign(valign);
        let mut text = text.halign(halign).multialignment(center);
        text.freeze();
        match self.titles.0[edge as usize] {
            Some(place) => {
                let handle = Handle::new(place);
                self[handle] = text;
                handle
            }
            None => {
                let handle = self.add(text);
                self.titles.0[edge as usize] = handle.place;
                handle
            }
        }
    }

    /// Puts them as far from the edges as they belong.
    pub(super) fn place_titles(&mut self) {
        let points = self.points();
        for edge in TitleEdge::ALL {
            if let Some(place) = self.titles.0[edge as usize] {
                self[Handle::<Text>::new(place)].place_at(edge.place(points));
            }
        }
    }

    /// What they leave of a page, as setup left them.
    pub(crate) fn beside_titles(&self, page: Rect, pen: &mut Pen<'_>) -> Rect {
        let mut free = page;
        for edge in TitleEdge::ALL {
            let text = self.titles.0[edge as usize].map(|place| &self[Handle::<Text>::new(place)]);
            let taken = text.and_then(|text| text.beyond(pen));
            let Some(taken) = taken.filter(|taken| !taken.is_zero_area()) else { continue };
            match edge {
                TitleEdge::Top => free.y0 = taken.y1,
                TitleEdge::Bottom => free.y1 = taken.y0,
                TitleEdge::Left => free.x0 = taken.x1,
            }
        }
        free
    }

    /// Width and height.
    fn points(&self) -> (f64, f64) {
        let (width, height) = self.size();
        (f64::from(width) / 100.0 * 72.0, f64::from(height) / 100.0 * 72.0)
    }
}
