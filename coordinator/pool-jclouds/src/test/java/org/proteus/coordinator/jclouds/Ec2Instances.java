package org.proteus.coordinator.jclouds;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The instances of the stand-in for EC2, as its API shows them. Thread-safe. */
final class Ec2Instances {

    private static final class Instance {
        private final String id;
        private final String group;
        private final Map<String, String> tags = new ConcurrentHashMap<>();
        private volatile String state;

        Instance(String id, String group, String state) {
            this.id = id;
            this.group = group;
            this.state = state;
        }
    }

    private final Map<String, Instance> byId = new ConcurrentHashMap<>();
    private final Map<String, String> groups = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile String firstState = "running";

    /** Lets instances be in this state after they were made, {@code pending} for slow boots. */
    void begin(String state) {
        firstState = state;
    }

    /** Makes an instance of somebody else. */
    String foreign() {
        Instance other = new Instance("i-foreign", "default", "running");
        other.tags.put("Name", "somebody's");
        byId.put(other.id, other);
        return other.id;
    }

    /** Returns how many there are that were not terminated. */
    long alive() {
        return byId.values().stream().filter(one -> !one.state.equals("terminated")).count();
    }

    boolean isAlive(String id) {
        return !byId.get(id).state.equals("terminated");
    }

    String createSecurityGroup(Map<String, String> call) {
        String id = "sg-" + number.incrementAndGet();
        groups.put(call.get("GroupName"), id);
        return "<groupId>" + id + "</groupId><return>true</return>";
    }

    String securityGroups(Map<String, String> call) {
        boolean some = call.keySet().stream().anyMatch(key -> key.matches("(Group|Filter).*"));
        return groups.entrySet().stream()
                .filter(group ->
                        !some
                                || call.containsValue(group.getKey())
                                || call.containsValue(group.getValue()))
                .map(group ->
                        """
                        <item><ownerId>1</ownerId><groupName>%s</groupName>
                        <groupId>%s</groupId><ipPermissions/></item>
                        """
                                .formatted(group.getKey(), group.getValue()))
                .collect(Collectors.joining("", "<securityGroupInfo>", "</securityGroupInfo>"));
    }

    String run(Map<String, String> call) {
        String group =
                call.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("SecurityGroup"))
                        .map(Map.Entry::getValue)
                        .map(this::groupName)
                        .findFirst()
                        .orElse("default");
        Instance made = new Instance("i-" + number.incrementAndGet(), group, firstState);
        byId.put(made.id, made);
        return "<reservationId>r-1</reservationId><ownerId>1</ownerId>" + inside(made);
    }

    private String groupName(String nameOrId) {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().equals(nameOrId))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(nameOrId);
    }

    String tag(Map<String, String> call) {
        Instance one = byId.get(call.get("ResourceId.1"));
        for (int i = 1; call.containsKey("Tag." + i + ".Key"); i++) {
            one.tags.put(
                    call.get("Tag." + i + ".Key"), call.getOrDefault("Tag." + i + ".Value", ""));
        }
        return "<return>true</return>";
    }

    String describe(Map<String, String> call) {
        boolean some = call.containsKey("InstanceId.1");
        return byId.values().stream()
                .filter(one -> !some || call.containsValue(one.id))
                .map(one ->
                        "<item><reservationId>r-1</reservationId><ownerId>1</ownerId>"
                                + inside(one)
                                + "</item>")
                .collect(Collectors.joining("", "<reservationSet>", "</reservationSet>"));
    }

    String terminate(Map<String, String> call) {
        Instance one = byId.get(call.get("InstanceId.1"));
        one.state = "terminated";
        return "<instancesSet><item><instanceId>%s</instanceId><currentState><code>48</code>"
                        .formatted(one.id)
                + "<name>terminated</name></currentState><previousState><code>16</code>"
                + "<name>running</name></previousState></item></instancesSet>";
    }

    private String inside(Instance one) {
        return """
        <groupSet/><instancesSet><item>
        <groupSet><item><groupId>%s</groupId><groupName>%s</groupName></item></groupSet>
        <instanceId>%s</instanceId><imageId>ami-0001</imageId>
        <instanceState><code>16</code><name>%s</name></instanceState>
        <monitoring><state>disabled</state></monitoring>
        <instanceType>t3.small</instanceType><launchTime>2026-11-27T12:00:00.000Z</launchTime>
        <placement><availabilityZone>us-east-1a</availabilityZone></placement>
        <privateIpAddress>10.0.0.9</privateIpAddress><ipAddress>203.0.113.9</ipAddress>
        <architecture>x86_64</architecture><rootDeviceType>ebs</rootDeviceType>
        <rootDeviceName>/dev/xvda</rootDeviceName><virtualizationType>hvm</virtualizationType>
        <hypervisor>xen</hypervisor><tagSet>%s</tagSet></item></instancesSet>
        """
                .formatted(
                        groups.getOrDefault(one.group, "sg-0"),
                        one.group,
                        one.id,
                        one.state,
                        one.tags.entrySet().stream()
                                .map(tag ->
                                        "<item><key>%s</key><value>%s</value></item>"
                                                .formatted(tag.getKey(), tag.getValue()))
                                .collect(Collectors.joining()));
    }
}
