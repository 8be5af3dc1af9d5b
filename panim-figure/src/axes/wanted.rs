//! The ticks that an axes' artists want: at categories, with their names, and at the places of
//! boxes.

/// What the artists of an axes want of one axis.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wanted {
    /// Of categories, each at the place of its number.
    names: Vec<String>,
    /// Others, with what is written there if not their values.
    places: Vec<(f64, Option<String>)>,
}

impl Wanted {
    /// Where a category stands: behind those that were named before it, if it is a new one.
    pub(crate) fn place_of(&mut self, name: &str) -> f64 {
        let known = self.names.iter().position(|known| known == name);
        let place = known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
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
    }

    /// Are there categories, or other places with names?
    pub(crate) fn has_names(&self) -> bool {
        !self.names.is_empty() || self.places.iter().any(|(_, name)| name.is_some())
    }

    /// The ticks, ascending.
    pub(crate) fn ticks(&self) -> Vec<(f64, Option<String>)> {
        let names = self.names.iter().enumerate().map(|(i, name)| (i as f64, Some(name.clone())));
        let others = self.places.iter().filter(|_| self.names.is_empty()).cloned();
        let mut ticks: Vec<_> = names.chain(others).collect();
        ticks.sort_by(|a, b| a.0.total_cmp(&b.0));
        ticks
    }
}
