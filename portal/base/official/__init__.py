"""Official papers in the layout of NĐ 30/2020: how one is described and written stands in `portal.base.official.paper`."""
