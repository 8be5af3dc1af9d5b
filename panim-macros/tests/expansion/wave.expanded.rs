#[derive(Default)]
struct Wave {
    x: Vec<f64>,
    line: Handle<Line>,
}
const _: () = {
    impl Wave {
        fn __panim_fields_are_send() {
            ::panim::__private::require_send::<Vec<f64>>();
            ::panim::__private::require_send::<Handle<Line>>();
        }
    }
    fn has_update() {
        use ::panim::__private::NoUpdate as _;
        ::panim::__private::require_update::<
            Wave,
            _,
        >(&<Wave>::__PANIM_KEEP_ONLY_ONE_UPDATE);
    }
};
impl Wave {
    fn setup(&mut self, fig: &mut Figure) {
        self.x = linspace(0.0, 2.0 * TAU, 200);
        let ax = fig.axes();
        ax.set_xlim(0.0, 2.0 * TAU).set_ylim(-1.5, 1.5);
        self.line = ax.add(Line::new(&self.x, self.x.iter().map(|x| x.cos())));
    }
    #[doc(hidden)]
    pub(crate) const __PANIM_KEEP_ONLY_ONE_SETUP: ::panim::__private::SetupFn<Self> = {
        |this, surface| ::panim::__private::IntoResult::into_result(
            Self::setup(this, ::panim::__private::SetupSurface::lend(surface)),
        )
    };
    /// One moment of the wave.
    fn update(&self, frame: &mut Frame, phase: f64) {
        frame[self.line].set_y(self.x.iter().map(|x| (x + phase).cos()));
    }
    #[doc(hidden)]
    pub(crate) const __PANIM_KEEP_ONLY_ONE_UPDATE: () = ();
    #[doc(hidden)]
    fn __panim_glue_of_update() -> ::panim::__private::Glue<Self, (f64,)> {
        use ::panim::__private::{NoClone as _, NoHash as _, NoSetup as _, NoShow as _};
        ::panim::__private::require_send::<f64>();
        ::panim::__private::Glue {
            names: &["phase"],
            setup: Self::__PANIM_KEEP_ONLY_ONE_SETUP,
            update: |this, surface, (p0,)| ::panim::__private::IntoResult::into_result(
                Self::update(this, ::panim::__private::UpdateSurface::lend(surface), p0),
            ),
            clone: ::panim::__private::Clones::<(f64,)>::HOW,
            show: |(p0,)| {
                ::std::vec![
                    ::panim::__private::Shows:: < f64 > ::HOW.map(| show | show(p0)),
                ]
            },
            hash: |(p0,), _into| {
                ::panim::__private::Hashes::<f64>::HOW(p0, _into);
            },
        }
    }
    /// Renders this animation to an MP4 file, each worker starting from `Self::default()`.
    ///
    /// A frame's parameter is `phase`.
    ///
    /// One moment of the wave.
    pub fn render(
        path: impl ::std::convert::AsRef<::std::path::Path>,
    ) -> ::panim::Render<Self, (f64,)>
    where
        for<'__panim> Self: ::panim::__private::StartsFresh,
    {
        ::panim::__private::render(
            path.as_ref(),
            ::panim::__private::Start::fresh(::panim::__private::StartsFresh::fresh),
            Self::__panim_glue_of_update(),
        )
    }
    /// Renders this very value to an MP4 file, each worker starting from a clone of it.
    ///
    /// A frame's parameter is `phase`.
    ///
    /// One moment of the wave.
    pub fn render_to(
        self,
        path: impl ::std::convert::AsRef<::std::path::Path>,
    ) -> ::panim::Render<Self, (f64,)>
    where
        for<'__panim> Self: ::panim::__private::StartsCloned,
    {
        ::panim::__private::render(
            path.as_ref(),
            ::panim::__private::Start::clone_of(
                self,
                ::panim::__private::StartsCloned::cloned,
            ),
            Self::__panim_glue_of_update(),
        )
    }
}
