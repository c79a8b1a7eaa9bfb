//! D17: Actors of every kind: organs, departments, missions, roles such as Force Commander (roles, never private
//! persons), host countries, regional bodies, think tanks.
// test: d17_actors_of_every_kind
