//! The ticks that an axes' artists want: at categories, with their names, and at the places of
//! boxes.

use super::{civil::parse_date, error::quoted};
use crate::FigureError;
use std::sync::atomic::{AtomicU64, Ordering};

/// What the artists of an axes want of one axis.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Wanted {
    /// Of categories, each at the place of its number.
    names: Vec<Name>,
    /// Others, with what is written there if not their values.
    places: Vec<(f64, Option<String>)>,
    /// Names are dates, and stand where these are.
    are_dates: bool,
    /// The first name that is no date.
    undated: Option<String>,
}

/// A category.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Name {
    text: String,
    /// Grows from one that is named to the next, whichever axes they are named in.
    stamp: u64,
}

impl Name {
    fn new(text: &str) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self { text: text.to_owned(), stamp: NEXT.fetch_add(1, Ordering::Relaxed) }
    }
}

impl Wanted {
    /// Of an axis of dates, or of another one: if it was otherwise, names stand elsewhere.
    pub(crate) fn set_dates(&mut self, are_dates: bool) {
        if self.are_dates != are_dates {
            *self = Self { are_dates, ..Self::default() };
        }
    }

    /// Where a category stands: behind those that were named before it, if it is a new one. On an axis
    /// of dates, where the date is that it is the text of.
    pub(crate) fn place_of(&mut self, name: &str) -> f64 {
        if self.are_dates {
            return parse_date(name).unwrap_or_else(|_| {
                self.undated.get_or_insert_with(|| name.to_owned());
                f64::NAN
            });
        }
        let known = self.names.iter().position(|known| known.text == name);
        let place = known.unwrap_or_else(|| {
            self.names.push(Name::new(name));
            self.names.len() - 1
        });
        place as f64
    }

    pub(crate) fn add(&mut self, place: f64, name: Option<String>) {
        match self.places.iter_mut().find(|known| known.0 == place) {
            Some(known) => known.1 = name.or(known.1.take()),
            None => self.places.push((place, name)),
        }
    }

    /// Artists are asked anew where they stand; categories keep their places.
    pub(crate) fn forget_places(&mut self) {
        self.places.clear();
        self.undated = None;
    }

    /// Is every name a place on an axis of this scale, which `argument` set?
    pub(crate) fn check(&self, argument: &'static str) -> Result<(), FigureError> {
        let Some(name) = &self.undated else { return Ok(()) };
        let message = format!(
            "\"{}\" is not a date such as 2026-11-22 or 2026-11-22T18:30:05.25Z, which texts are on an \
             axis of dates",
            quoted(name)
        );
        Err(FigureError::new("Axes", argument, message))
    }

    /// The categories of axes that share this one, in the order in which they were first named.
    pub(crate) fn names_of<'a>(all: impl Iterator<Item = &'a Self>) -> Vec<Name> {
        let mut names: Vec<Name> = all.flat_map(|wanted| &wanted.names).cloned().collect();
        names.sort_by_key(|name| name.stamp);
        let mut shared: Vec<Name> = Vec::with_capacity(names.len());
        for name in names {
            if shared.iter().all(|known| known.text != name.text) {
                shared.push(name);
            }
        }
        shared
    }

    /// Has it these categories?
    pub(crate) fn has_these(&self, names: &[Name]) -> bool {
        self.names == names
    }

    pub(crate) fn set_names(&mut self, names: &[Name]) {
        self.names = names.to_vec();
    }

    /// Are there categories, or other places with names?
    pub(crate) fn has_names(&self) -> bool {
        !self.names.is_empty() || self.places.iter().any(|(_, name)| name.is_some())
    }

    /// What is written at a place, if it has a name.
    pub(crate) fn name_at(&self, place: f64) -> Option<&str> {
        if self.names.is_empty() {
            return self.places.iter().find(|known| known.0 == place)?.1.as_deref();
        }
        let is_index = place >= 0.0 && place.fract() == 0.0;
        Some(self.names.get(place as usize).filter(|_| is_index)?.text.as_str())
    }

    /// The ticks, ascending.
    pub(crate) fn ticks(&self) -> Vec<(f64, Option<String>)> {
        let name = |(i, name): (usize, &Name)| (i as f64, Some(name.text.clone()));
        let names = self.names.iter().enumerate().map(name);
        let others = self.places.iter().filter(|_| self.names.is_empty()).cloned();
        let mut ticks: Vec<_> = names.chain(others).collect();
        ticks.sort_by(|a, b| a.0.total_cmp(&b.0));
        ticks
    }
}
