package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Webhook;
import org.proteus.foundation.model.job.WebhookState;
import org.proteus.foundation.model.job.WebhookView;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.net.WireJson;

/** Jobs that tell their end to a real HTTP server; the tests mostly wait. */
@Execution(ExecutionMode.CONCURRENT)
abstract class WebhookSuite extends CoordinatorSuite {

    static final String SECRET = "a secret of 28 characters 42";

    private WebhookReceiver receiver;

    @BeforeEach
    void listen() throws Exception {
        receiver = new WebhookReceiver();
        reopen(
                settings.withWebhooks(
                        new WebhookTargets(true, List.of(receiver.address().resolve("hooks/")))));
    }

    @AfterEach
    void stopListening() {
        receiver.close();
    }

    private JobView submit(int objects, String url) {
        return coordinator
                .jobs()
                .submit(inline("png", objects).withWebhook(Optional.of(new Webhook(url, SECRET))));
    }

    private String hook() {
        return receiver.address() + "hooks/jobs?x=1";
    }

    private WebhookView webhook(JobView job) {
        return coordinator.jobs().show(job.id()).webhook().orElseThrow();
    }

    private void awaitState(JobView job, WebhookState state) {
        Awaitility.await().atMost(LONG).until(() -> webhook(job).state() == state);
    }

    /** Lets the next attempt come now. */
    private void hurry() {
        inDatabase(database ->
                database.write(handle ->
                        handle.createUpdate("update webhook set due = 0 where state = 'DUE'")
                                .execute()));
    }

    @Test
    void tellsTheEndOnceSigned() throws Exception {
        JobView job = submit(1, hook());
        assertThat(webhook(job).state()).isEqualTo(WebhookState.WAITING);
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);

        awaitState(job, WebhookState.DELIVERED);

        assertThat(receiver.messages).hasSize(1);
        WebhookReceiver.Message message = receiver.messages.getFirst();
        assertThat(message.path()).isEqualTo("POST /hooks/jobs?x=1");
        assertThat(message.key()).startsWith('"' + job.id());
        JsonNode body = WireJson.mapper().readTree(message.body());
        assertThat(body.get("event").asText()).isEqualTo("job.ended");
        assertThat(body.at("/job/id").asText()).isEqualTo(job.id());
        assertThat(body.at("/job/state").asText()).isEqualTo("ENDED");
        assertThat(body.at("/job/counts/DONE").asInt()).isEqualTo(1);
        assertThat(message.signature()).isEqualTo(signature(message));
        assertThat(webhook(job).attempts()).isEqualTo(1);
        assertThat(webhook(job).problem()).isEmpty();
    }

    private static String signature(WebhookReceiver.Message message) throws Exception {
        String seconds = message.signature().replaceFirst("^t=(\\d+),v1=.*$", "$1");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] hash =
                mac.doFinal((seconds + "." + message.body()).getBytes(StandardCharsets.UTF_8));
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hash);
    }

    @Test
    void triesAgainUntilItArrivesEvenAfterARestart() throws Exception {
        receiver.answers.addAll(List.of(500, 302));
        JobView job = submit(1, hook());
        coordinator.jobs().cancel(job.id());

        Awaitility.await().atMost(LONG).until(() -> webhook(job).problem().isPresent());
        assertThat(webhook(job).state()).isEqualTo(WebhookState.DUE);
        assertThat(webhook(job).next()).isPresent();
        assertThat(webhook(job).problem().orElseThrow().message()).contains("500");

        reopen(settings);
        hurry();
        Awaitility.await()
                .atMost(LONG)
                .until(() ->
                        webhook(job)
                                .problem()
                                .filter(p -> p.message().contains("302"))
                                .isPresent());
        assertThat(webhook(job).problem().orElseThrow().action()).contains("redirects");
        hurry();
        awaitState(job, WebhookState.DELIVERED);

        assertThat(receiver.messages)
                .hasSize(3)
                .allMatch(message -> message.path().startsWith("POST /hooks/"));
        assertThat(receiver.messages.stream().map(WebhookReceiver.Message::key).distinct())
                .hasSize(1);
        assertThat(webhook(job).attempts()).isEqualTo(3);
    }

    @Test
    void givesUpAfterADay() throws Exception {
        receiver.answers.addAll(List.of(500, 500, 500));
        JobView job = submit(1, hook());
        coordinator.jobs().cancel(job.id());
        Awaitility.await().atMost(LONG).until(() -> webhook(job).problem().isPresent());

        inDatabase(database ->
                database.write(handle ->
                        handle.createUpdate("update job set ended = ended - 86400000").execute()));
        hurry();
        awaitState(job, WebhookState.GIVEN_UP);

        assertThat(webhook(job).problem()).isPresent();
        assertThat(webhook(job).next()).isEmpty();
    }

    @Test
    void tellsEveryEnd() throws Exception {
        JobView job = submit(1, hook());
        FakeWorker worker = worker("w1");
        worker.release(worker.one(), Release.Outcome.REFUSED, ErrorCode.NO_PATH);
        awaitState(job, WebhookState.DELIVERED);

        coordinator.jobs().retry(job.id());
        assertThat(webhook(job).state()).isEqualTo(WebhookState.WAITING);
        worker.work(worker.one(), FixedPlanner.TEXT);
        awaitState(job, WebhookState.DELIVERED);

        assertThat(receiver.messages).hasSize(2);
        assertThat(receiver.messages.stream().map(WebhookReceiver.Message::key).distinct())
                .hasSize(2);
    }

    @Test
    void aReceiverThatIsNotThereIsTold() {
        receiver.close();
        JobView job = submit(1, hook());
        coordinator.jobs().cancel(job.id());

        Awaitility.await().atMost(LONG).until(() -> webhook(job).problem().isPresent());
        assertThat(webhook(job).problem().orElseThrow().code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(webhook(job).state()).isEqualTo(WebhookState.DUE);
    }

    @Test
    void theSecretIsNeverShown() {
        JobView job = submit(1, hook());

        String requests =
                inDatabase(database ->
                        database.read(handle ->
                                handle.createQuery("select * from job").mapToMap().list().toString()
                                        + handle.createQuery("select * from webhook")
                                                .mapToMap()
                                                .list()));
        assertThat(requests).contains(hook()).doesNotContain(SECRET);
        assertThat(job.toString()).doesNotContain(SECRET);
        assertThat(new Webhook(hook(), SECRET).toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "https://127.0.0.1/",
                "https://localhost/x",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://169.254.169.254/latest/",
                "http://1.1.1.1/",
                "ftp://1.1.1.1/",
                "https:///x",
                "hooks",
                "https://u:p@1.1.1.1/",
                "https://1.1.1.1/#x",
                "https://2130706433/",
                "https://no such host/"
            })
    void whereItMayNotGoIsRefused(String url) {
        assertThatThrownBy(() -> submit(1, url))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST));
        assertThat(coordinator.jobs().list(Optional.empty(), 10).items()).isEmpty();
    }

    @Test
    void onlyWhatLiesBelowAnAllowedAddressIsAllowed() {
        URI base = receiver.address();
        for (String path : List.of("", "hooksx", "hooks/../x", "other/hooks/")) {
            assertThatThrownBy(() -> submit(1, base + path)).isInstanceOf(ProteusException.class);
        }
        assertThat(submit(1, base + "hooks/").webhook()).isPresent();
        assertThat(submit(1, "https://1.1.1.1/").webhook()).isPresent();
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() ->
                        coordinator
                                .jobs()
                                .submit(
                                        inline("png", 1)
                                                .withWebhook(
                                                        Optional.of(new Webhook(hook(), "short")))))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST));
    }
}
