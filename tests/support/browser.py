"""A headless Chromium that is told what to do through pipes (the DevTools protocol), without any package."""
import base64
import json
import os
import pathlib
import shutil
import subprocess
import tempfile


def found():
    """The browser: CHROMIUM, or what the path has; nothing where there is none that starts."""
    names = [os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "/usr/lib/chromium/chromium"]
    for name in filter(None, names):
        path = shutil.which(name)
        if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0:
            return path
    return None


class Browser:
    """One tab. `offline` cuts it from every network, but for what this machine serves itself."""

    def __init__(self, path):
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        commands, self._write = os.pipe()
        self._read, answers = os.pipe()

        def to_its_places():
            # Chromium reads commands from 3 and writes answers to 4.
            at = [os.dup(commands), os.dup(answers)]
            os.dup2(at[0], 3)
            os.dup2(at[1], 4)

        self._process = subprocess.Popen(  # pylint: disable=consider-using-with
            [path, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-pipe",
             "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=127.0.0.1",  # nothing listens there
             f"--user-data-dir={self._folder.name}"],
            preexec_fn=to_its_places, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(commands)
        os.close(answers)
        self._number, self._rest, self._events = 0, b"", []
        self._session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self.call(domain + ".enable")

    def _message(self):
        while b"\0" not in self._rest:
            more = os.read(self._read, 1 << 16)
            if not more:
                raise RuntimeError("the browser has ended")
            self._rest += more
        message, _, self._rest = self._rest.partition(b"\0")
        return json.loads(message)

    def call(self, method, **parameters):
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self._events.append(answer)

    def open(self, address):
        """Goes to the page and waits until it is there. Returns what was asked of anywhere for that."""
        self._events.clear()
        answer = self.call("Page.navigate", url=address)
        if answer.get("errorText"):
            raise RuntimeError(f"{address}: {answer['errorText']}")
        while not any(event.get("method") == "Page.loadEventFired" for event in self._events):
            self._events.append(self._message())
        return [event["params"]["request"]["url"] for event in self._events
                if event.get("method") == "Network.requestWillBeSent"]

    def run(self, script):
        """The value of an expression of the page's language."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", script[:80]))
        return answer["result"].get("value")

    def picture(self, file, width, dark=False, paper=False, most=16000):
        """The whole page as a PNG, as wide as that many px."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", media="print" if paper else "screen",
                  features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        high = min(most, max(200, int(self.run("document.documentElement.scrollHeight"))))
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=True,
                         clip={"x": 0, "y": 0, "width": width, "height": high, "scale": 1})
        pathlib.Path(file).write_bytes(base64.b64decode(shot["data"]))

    def pdf(self):
        """The page on the paper that it asks for."""
        printed = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(printed["data"])

    def close(self):
        self._process.kill()
        self._process.wait()
        os.close(self._write)
        os.close(self._read)
        self._folder.cleanup()
