package org.proteus.foundation.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.ScalingRequest;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.Progress;

class WireJsonRefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'worker':'w','max':1,'waitMillis':0,'more':1} | unknown field 'more' at more",
                "{'worker':'w','max':1} | field 'waitMillis' is missing",
                "{'worker':null,'max':1,'waitMillis':0} | field 'worker' is null",
                "{'worker':'w','max':null,'waitMillis':0} | at max",
                "{'worker':'w','max':'1','waitMillis':0} | a whole number in range at max",
                "{'worker':'w','max':1.5,'waitMillis':0} | a whole number in range at max",
                "{'worker':'w','max':3000000000,'waitMillis':0} | out of range",
                "{'worker':'w','max':1e99,'waitMillis':0} | at max",
                "{'worker':7,'max':1,'waitMillis':0} | a text at worker",
                "{'worker':['w'],'max':1,'waitMillis':0} | a text at worker",
                "{'worker':'w','worker':'v','max':1,'waitMillis':0} | Duplicate field 'worker'",
                "{'worker':'w','max':1,'waitMillis':0} {} | something follows",
                "[] | of the form LeaseRequest",
                "null | null or empty",
                "~~ | empty",
                "{'worker':'w' | it ends too early (line 1",
                "<a/> | line 1",
            })
    void aWrongLeaseRequestIsRefusedWithItsReason(String json, String reason) {
        assertRefused(json.replace('\'', '"'), LeaseRequest.class, reason);
    }

    @Test
    void unknownWordsAreRefusedWithTheKnownOnes() {
        String offer =
                """
                {"program":"p","version":"1","checksum":"c","state":%s,"reason":""}\
                """;

        assertRefused(
                offer.formatted("\"SOMEHOW\""),
                ProgramOffer.class,
                "one of RUNNABLE, INSTALLABLE, MISSING at state");
        assertRefused(offer.formatted("0"), ProgramOffer.class, "one of RUNNABLE");
    }

    @Test
    void unknownKindsAreRefused() {
        assertRefused("{\"kind\":\"java.lang.Runtime\"}", PlanReply.class, "PlanReply");
        assertRefused("{}", PlanReply.class, "PlanReply");
        assertRefused("{\"@class\":\"java.io.File\"}", PlanReply.class, "PlanReply");
    }

    @Test
    void wrongTypesAndUnitsAreRefusedWithTheirReason() {
        String request =
                """
                {"worker":"w","key":{"task":"t","token":1},"type":"%s","attributes":{},
                 "failures":[{"unit":"x","problem":{"code":"BUSY","message":"","action":""}}]}\
                """;

        assertRefused(
                request.formatted("no type"),
                PlanRequest.class,
                "not a content type: '/' is missing at character 4 at type");
        assertRefused(
                request.formatted("a/b"),
                PlanRequest.class,
                "expected program/unit, found 'x' at failures[0].unit");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(100_000);

        assertRefused(deep, LeaseRequest.class, "");
        assertRefused("{\"worker\":\"w\",\"tasks\":" + deep, Heartbeat.class, "");
        assertRefused("{\"x\":" + "{\"a\":".repeat(100_000), JobRequest.class, "nested");
        assertRefused("{\"options\":{\"a\":" + deep, JobRequest.class, "at options");
    }

    @Test
    void hugeNumbersAreRefused() {
        String digits = "9".repeat(100_000);
        String progress =
                """
                {"key":{"task":"t","token":%s},"stage":"","done":0,"total":0,"measure":""}\
                """;

        assertRefused(progress.formatted(digits), Progress.class, "too long");
        assertRefused(progress.formatted("1e400000000"), Progress.class, "at key.token");
        assertRefused(progress.formatted("-" + digits.substring(0, 30)), Progress.class, "range");
        assertRefused("{\"ratio\":1e999}", ScalingRequest.class, "in range at ratio");
        assertRefused("{\"ratio\":\"NaN\"}", ScalingRequest.class, "at ratio");
        assertRefused("{\"ratio\":NaN}", ScalingRequest.class, "");
    }

    @Test
    void bytesThatAreNotBase64AreRefused() {
        String commit =
                """
                {"key":{"task":"t","token":1},"temporaryName":"","size":1,"checksum":"",
                 "carried":"%","record":{}}\
                """;

        assertRefused(commit, Commit.class, "at carried");
    }

    @Test
    void longKeysAreRefused() {
        assertRefused("{\"" + "k".repeat(100_000) + "\":1}", LeaseRequest.class, "too long");
    }

    @Test
    void valuesOfARefusedDocumentAreNotQuoted() {
        String json =
                """
                {"from":{"uri":"ftp://h","credentials":{"user":"u","password":["s3cret"]}}}\
                """;

        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> read(json, JobRequest.class))
                .satisfies(refusal -> {
                    assertThat(refusal).message().doesNotContain("s3cret");
                    assertThat(refusal.getCause()).message().doesNotContain("s3cret");
                });
    }

    @Property
    void anyTextIsReadOrRefusedButNothingElse(@ForAll String json) throws IOException {
        try {
            assertThat(read(json, LeaseRequest.class)).isNotNull();
        } catch (ProteusException refusal) {
            assertThat(refusal.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST);
        }
    }

    private static void assertRefused(String json, Class<?> type, String reason) {
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> read(json, type))
                .satisfies(refusal -> {
                    assertThat(refusal.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST);
                    assertThat(refusal.problem().message())
                            .contains(reason)
                            .doesNotContain("com.fasterxml", "org.proteus")
                            .hasSizeLessThan(500);
                });
    }

    private static <T> T read(String json, Class<T> type) throws IOException {
        return WireJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), type);
    }
}
