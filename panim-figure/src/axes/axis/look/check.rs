//! What of the looks of ticks cannot be, and what other axes than flat ones cannot show.

use super::{Axis, FAR, NEAR, TickLook, TickLooks};
use crate::{
    FigureError,
    base::check::{ANGLE, DISTANCE, checked_size},
    color::checked_color,
};

impl TickLook {
    fn check(&self) -> Result<(), FigureError> {
        self.misnamed.check("TickParams")?;
        for (argument, size) in [("length", self.length), ("width", self.width)] {
            checked_size("TickParams", argument, size.unwrap_or(0.0))?;
        }
        self.label_font.check("TickParams", ["label_size", "label_font"])?;
        for (argument, color) in [("color", &self.color), ("label_color", &self.label_color)] {
            color.as_ref().map_or(Ok(()), |color| checked_color("TickParams", argument, color))?;
        }
        ANGLE.check("TickParams", "label_rotation", self.rotation.unwrap_or(0.0))?;
        DISTANCE.check("TickParams", "pad", self.pad.unwrap_or(0.0))
    }

    /// What of it says something that ticks without marks, or without sides, do not have.
    fn of_marks(&self) -> Option<&'static str> {
        let said = [
            ("direction", self.direction.is_some()),
            ("length", self.length.is_some()),
            ("width", self.width.is_some()),
            ("color", self.color.is_some()),
        ];
        said.into_iter().find(|(_, is_said)| *is_said).map(|(argument, _)| argument)
    }
}

impl TickLooks {
    pub(crate) fn check(&self) -> Result<(), FigureError> {
        self.major.check()?;
        self.minor.check()
    }

    fn sides(&self, [near, far]: [[&'static str; 2]; 2]) -> Option<&'static str> {
        let looks = [&self.major, &self.minor];
        let said = |sides: fn(&TickLook) -> Option<bool>| {
            looks.into_iter().any(|look| sides(look).is_some())
        };
        let all = [
            (near[0], said(|look| look.marks[NEAR])),
            (near[1], said(|look| look.labels[NEAR])),
            (far[0], said(|look| look.marks[FAR])),
            (far[1], said(|look| look.labels[FAR])),
        ];
        all.into_iter().find(|(_, is_said)| *is_said).map(|(argument, _)| argument)
    }
}

impl Axis {
    /// Refuses what round axes cannot show.
    pub(crate) fn check_round_look(
        &self,
        names: [[&'static str; 2]; 2],
    ) -> Result<(), FigureError> {
        let refuse = |argument, message| Err(FigureError::new("TickParams", argument, message));
        if self.look.minor != TickLook::default() {
            return refuse("minor", "polar axes draw no minor ticks");
        }
        if let Some(argument) = self.look.major.of_marks() {
            return refuse(argument, "polar axes have tick labels only, no marks");
        }
        match self.look.sides(names) {
            Some(argument) => refuse(argument, "polar axes have no sides for ticks"),
            None => Ok(()),
        }
    }

    /// Refuses what axes in space cannot show.
    pub(crate) fn check_space_look(
        &self,
        names: [[&'static str; 2]; 2],
    ) -> Result<(), FigureError> {
        let refuse = |argument, message| Err(FigureError::new("TickParams", argument, message));
        let TickLook { direction, length, .. } = &self.look.major;
        if self.look.minor != TickLook::default() {
            return refuse("minor", "3D axes draw no minor ticks");
        }
        if direction.is_some() {
            return refuse("direction", "the marks of 3D axes point outwards");
        }
        if length.is_some() {
            return refuse("length", "the marks of 3D axes are as long as their box says");
        }
        match self.look.sides(names) {
            Some(argument) => refuse(argument, "the view decides where ticks of 3D axes stand"),
            None => Ok(()),
        }
    }
}
