//! What is computed of samples.

use crate::artists::artists;

artists! {
    Histogram |chance| {
        @new new(chance.column());
        @with horizontal(), range(chance.low(), chance.high());
        @all patch;
        set_data(chance.fresh_column());
        set_bins(chance.bins());
        set_range(chance.low(), chance.high());
        set_rebin(chance.flag());
        set_weights(chance.column());
        set_density(chance.flag());
        set_cumulative(chance.flag());
        set_style(chance.hist_style());
        set_outline(chance.outline());
    }
    BoxPlot |chance| {
        @new new(chance.samples());
        @with horizontal();
        @all grouped;
        set_notch(chance.flag());
        set_whiskers(chance.positive());
        set_show_means(chance.flag());
        set_show_caps(chance.flag());
        set_show_outliers(chance.flag());
        set_edge_color(chance.color());
        set_edge_width(chance.size());
        set_median_color(chance.color());
        set_median_width(chance.size());
        set_mean_color(chance.color());
        set_outlier_marker(chance.marker());
        set_outlier_marker(chance.own_marker());
        set_outlier_size(chance.size());
        set_outlier_color(chance.color());
        set_outlier_edge_color(chance.color());
        set_outlier_edge_width(chance.size());
        set_outline(chance.outline());
    }
    Violin |chance| {
        @new new(chance.samples());
        @with horizontal();
        @all grouped;
        set_bandwidth(chance.bandwidth());
        set_points(chance.count(2, 150));
        set_show_means(chance.flag());
        set_show_medians(chance.flag());
        set_show_extrema(chance.flag());
        set_body_alpha(chance.fraction());
        set_line_color(chance.color());
        set_line_width(chance.size());
        set_outline(chance.outline());
    }
}
