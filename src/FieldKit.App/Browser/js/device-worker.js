// Does what device.js asks for, one message a call.

import * as operations from "./operations.js";

globalThis.onmessage = async ({ data: { call, name, args } }) => {
  try {
    postMessage({ call, result: await operations[name](...args) });
  } catch (error) {
    postMessage({ call, fault: `${error.name}: ${error.message}` });
  }
};
