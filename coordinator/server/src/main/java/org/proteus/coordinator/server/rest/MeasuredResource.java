package org.proteus.coordinator.server.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import org.proteus.coordinator.MeasuredUnits;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.server.access.OperatorsOnly;

/** Takes what operators measured of units. */
@Path("/api/v1/statistics/fidelities")
public final class MeasuredResource {

    private final MeasuredUnits measured;

    /** Creates the resource over what takes up measured values. */
    public MeasuredResource(MeasuredUnits measured) {
        this.measured = measured;
    }

    /** Stores how much units keep, by their ids, 0 to 1. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @OperatorsOnly
    public void put(Map<String, Double> fidelities) {
        Map<UnitId, Double> byUnit = new TreeMap<>();
        fidelities.forEach((unit, keeps) -> byUnit.put(id(unit), keeps));
        measured.measured(byUnit);
    }

    private static UnitId id(String text) {
        try {
            return UnitId.parse(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "a name is not that of a unit",
                            "name units as program/unit"),
                    notAnId);
        }
    }
}
