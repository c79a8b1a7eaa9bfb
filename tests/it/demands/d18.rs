//! D18: One commitment repeated to every mission and followed mission by mission.
// test: d18_one_commitment_for_every_mission
