package org.proteus.foundation.server;

import java.util.function.Consumer;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.common.logging.Slf4jLogger;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;

/** SOAP endpoints below a path, with a CXF bus of their own. */
final class SoapFace {

    private final String path;
    private final Consumer<Bus> publisher;
    private final Bus bus;

    SoapFace(String path, Consumer<Bus> publisher) {
        LogUtils.setLoggerClass(Slf4jLogger.class);
        this.path = path;
        this.publisher = publisher;
        this.bus = BusFactory.newInstance().createBus();
    }

    void addTo(ServletContextHandler context) {
        CXFNonSpringServlet servlet = new CXFNonSpringServlet(null, false);
        servlet.setBus(bus);
        ServletHolder holder = new ServletHolder("soap" + path, servlet);
        holder.setInitOrder(2);
        context.addServlet(holder, path + "/*");
    }

    void publish() {
        publisher.accept(bus);
    }
}
