//! Properties of artists: to be given while one is built, and to be changed later.

/// Writes the two forms of each property of an artist: `color(..)` for building, `set_color(..)`
/// for moving, and those that all artists have.
macro_rules! properties {
    ($artist:ident { $(
        $(#[$doc:meta])*
        $build:ident / $set:ident $(<$kind:ident>)? ($value:ident: $type:ty) |$this:ident| $body:expr;
    )* }) => {
        impl $artist {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $build $(<$kind>)? (mut self, $value: $type) -> Self {
                    self.$set($value);
                    self
                }

                $(#[$doc])*
                pub fn $set $(<$kind>)? (&mut self, $value: $type) -> &mut Self {
                    let $this = &mut *self;
                    $body;
                    self
                }
            )*
        }
    };
}

pub(crate) use properties;
