import { useAction } from "convex/react";
import { api } from "../convex/_generated/api";

export function MyApp() {
  const performMyAction = useAction(api.actionArguments.doSomething); // expect: action-called-from-client
  const handleClick = () => {
    performMyAction({ a: 1, b: 2 });
  };
  return <button onClick={handleClick}>Do it</button>;
}
