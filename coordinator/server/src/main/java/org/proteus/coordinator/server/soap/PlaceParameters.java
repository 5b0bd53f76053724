package org.proteus.coordinator.server.soap;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.proteus.coordinator.server.soap.contract.ObjectPlace;
import org.proteus.coordinator.server.soap.contract.Parameter;
import org.proteus.foundation.model.Credentials;

/** The parameters of one input or output, taken one by one so that none is overlooked. */
final class PlaceParameters {

    private final Map<String, String> left = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private PlaceParameters() {}

    static PlaceParameters of(ObjectPlace place) {
        PlaceParameters parameters = new PlaceParameters();
        if (place.getParameters() != null) {
            place.getParameters().getParameter().forEach(parameters::add);
        }
        return parameters;
    }

    private void add(Parameter parameter) {
        if (left.put(parameter.getName().strip(), parameter.getValue()) != null) {
            throw SoapPlaces.bad(
                    "the parameter '" + parameter.getName() + "' is given twice", "Give it once");
        }
    }

    Optional<String> take(String name) {
        return Optional.ofNullable(left.remove(name));
    }

    Optional<Credentials> credentials() {
        Optional<String> user = take("username");
        Optional<String> password = take("password");
        if (user.isEmpty() && password.isPresent()) {
            throw SoapPlaces.bad("there is a password but no username", "Give both");
        }
        return user.map(name -> new Credentials(name, password.orElse("")));
    }

    void requireAllTaken() {
        if (!left.isEmpty()) {
            throw SoapPlaces.bad(
                    "an input or output has parameters that do not go with its type and value: "
                            + String.join(", ", left.keySet()),
                    "Leave them out; a whole address holds port and directory itself");
        }
    }
}
