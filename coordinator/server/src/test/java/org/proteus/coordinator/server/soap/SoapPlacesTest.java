package org.proteus.coordinator.server.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.coordinator.server.soap.contract.ObjectPlace;
import org.proteus.coordinator.server.soap.contract.Parameter;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.Place;

class SoapPlacesTest {

    private final SoapPlaces places = new SoapPlaces(ContentType::parse);

    private static ObjectPlace given(String type, String value, String... parameters) {
        ObjectPlace place = new ObjectPlace();
        place.setType(type);
        place.setValue(value);
        place.setParameters(new ObjectPlace.Parameters());
        for (int i = 0; i < parameters.length; i += 2) {
            Parameter parameter = new Parameter();
            parameter.setName(parameters[i]);
            parameter.setValue(parameters[i + 1]);
            place.getParameters().getParameter().add(parameter);
        }
        return place;
    }

    @ParameterizedTest
    @CsvSource({
        "URI, ftp://host/in/, ftp://host/in/",
        "FTP, host, ftp://host/",
        "ftp, ftp://host/in/, ftp://host/in/",
        "SFTP, [::1], sftp://[::1]/",
        "HTTP, https://host/a.pdf, https://host/a.pdf",
        "File, /data/a b/, file:///data/a%20b/",
        "File, file:///data/, file:///data/",
        "Inline, , inline:",
    })
    void understandsTypeAndValue(String type, String value, String uri) {
        assertThat(places.source(given(type, value)).uri()).isEqualTo(uri);
    }

    @Test
    void buildsTheAddressFromItsParameters() {
        ObjectPlace given = given("FTP", "host", "Directory", "/a #1/b", "PORT", "2121");
        assertThat(places.source(given).uri()).isEqualTo("ftp://host:2121/a%20%231/b");
    }

    @Test
    void keepsCredentialsApart() {
        Place ftp = places.sink(given("FTP", "host", "username", "me", "password", "s3cret"));
        assertThat(ftp.credentials()).hasValue(new Credentials("me", "s3cret"));
        assertThat(ftp.toString()).doesNotContain("s3cret");
        Place uri = places.source(given("URI", "ftp://me:s3cret@host/"));
        assertThat(uri).isEqualTo(new Place("ftp://host/", ftp.credentials()));
    }

    @Test
    void readsInlineObjects() {
        InlineObject object =
                places.objects(
                                given(
                                        "Inline",
                                        "aGVs\nbG8=",
                                        "name",
                                        "a",
                                        "contentType",
                                        "text/plain"))
                        .getFirst();
        assertThat(object.content().array()).asString().isEqualTo("hello");
        assertThat(object.type()).hasValue(ContentType.parse("text/plain"));
    }

    @ParameterizedTest
    @CsvSource({
        "URI, '', no value",
        "URI, ':', malformed",
        "FTP, a/b, neither a host",
        "FTP, http://host/, neither a host",
        "File, data/in, not absolute",
        "'a b', host, not a name",
    })
    void refusesWhatIsNoPlace(String type, String value, String reason) {
        assertThatThrownBy(() -> places.source(given(type, value)))
                .isInstanceOf(ProteusException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "URI, ftp://host/, port, 21, do not go",
        "File, /data/, directory, x, do not go",
        "FTP, host, port, many, not a number",
        "FTP, host, password, s3cret, no username",
        "FTP, host, pasword, s3cret, pasword",
    })
    void refusesParametersThatDoNotFit(
            String type, String value, String name, String text, String reason) {
        assertThatThrownBy(() -> places.source(given(type, value, name, text)))
                .isInstanceOf(ProteusException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void refusesParametersOfAnInlineOutput() {
        assertThatThrownBy(() -> places.sink(given("Inline", null, "name", "a")))
                .isInstanceOf(ProteusException.class);
        assertThatThrownBy(() -> places.objects(given("Inline", "?")))
                .hasMessageContaining("not Base64");
    }
}
