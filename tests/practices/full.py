"""What a sheet says when nearly everything is filled in."""

FULL = {
"title": {"en":"Half-moons with compost for millet","fr":"Demi-lunes avec compost pour le mil"},
 "short_description": {"en":"Half-moon basins four metres wide catch the rain on bare slopes. Compost in each of them lets millet grow where nothing grew.","fr":"Des cuvettes en demi-lune de quatre mètres retiennent la pluie sur les pentes nues. Le compost y fait pousser le mil là où rien ne poussait."},
 "description": {"en":"\n\n".join(["The basins are dug along the contour with a pick and a shovel during the dry season. The earth is put on the lower side as a bow."]*4),"fr":"On creuse pendant la saison sèche.\n\nOn suit la courbe de niveau."},
 "results": {"en":"Yield from 0.3 to 0.9 t/ha in four years. Grass has come back between the basins."},
 "areas": {"en":"Tillabéri, western Niger"}, "countries":["NE","BF","ML"], "land_use":["cropland_annual","mixed"], "purposes":["improve_production","reduce_degradation","adapt_climate"],
 "tutorials":[{"label":"Film (Hausa)","address":"https://film.example/demi-lunes"}],
 "local_name":"tassa", "groups":["cross_slope","soil_fertility"], "measures":["structural","agronomic"], "degradation":["water_erosion"], "goal":"restore","area_ha":1200,"since_year":1989,"introduced":"project","water_supply":"rainfed",
 "specification":{"en":"Basins 4 m wide, 25 cm deep, 4 m apart; 313 to a hectare. 35 kg of compost in each."}, "cost_base":"per_ha","currency":"xof","usd_rate":600,"usd_rate_on":"2026-03-12","wage_per_day":1500,
 "activities":[{"stage":"establishment","activity":"Mark the contours","timing":"January"},{"stage":"establishment","activity":"Dig the basins","timing":"February to April"},{"stage":"maintenance","activity":"Bring compost","timing":"May, each year"}],
 "inputs":[{"stage":"establishment","kind":"labour","name":"Digging","quantity":50,"unit":"person-days","price":1500,"borne_percent":100},{"stage":"establishment","kind":"equipment","name":"Tools","quantity":1,"unit":"set","price":20000,"borne_percent":0},{"stage":"maintenance","kind":"other","name":"Compost","quantity":11,"unit":"t","price":3000,"borne_percent":100}],
 "climate_zone":"semi_arid","rainfall":"from_251_to_500","rainfall_mm":420,"slope":["gentle"],"soil_group":["leptosols","arenosols"],"texture":["coarse"],"ph":6.2,"services":{"health":"poor","education":"moderate","markets":"good"},
 "impacts":[{"impact":"crop_production","score":3,"before":"0.3 t/ha","after":"0.9 t/ha"},{"impact":"workload","score":-2,"comment":"Digging is hard work in the hot season."},{"impact":"soil_moisture","score":2},{"impact":"soil_organic_matter","score":1},{"impact":"surface_runoff","score":2},{"impact":"conflict_mitigation","score":0}],
 "adoption":"from_10_to_50","establishment_short":"slightly_positive","maintenance_long":"very_positive",
 "strengths":[{"view":"land_user","text":"Millet grows on land that was dead."}],"weaknesses":[{"view":"land_user","text":"Hard work","remedy":"Dig in groups"}],
 "carbon":[{"kind":"stock","value":12.4,"depth_cm":30,"baseline":8.1,"years":6,"method":"dry_combustion","bulk_density":1.45,"uncertainty":1.1,"sites":4,"has_control":True,"measured_year":2021,"reference":"University of Niamey, 2022"},{"kind":"rate","value":0.4,"depth_cm":20,"method":"model"}],
 "sites":[{"name":"Simiri","country":"NE","latitude":14.13,"longitude":2.13},{"name":"A farm","country":"BF","latitude":13.58,"longitude":-2.42,"is_private_farm":True}],
 "publications":[{"citation":"Reij, C. (2009). Agroenvironmental transformation in the Sahel.","address":"https://doi.org/10.1/x"}],"wocat_code":"technologies_1234","source_methods":["field_visits"],"compiled_on":"2025-02-01",
}
