/** The shop's page. Shows: "Calling actions from clients". */
import { useAction, useMutation, useQuery } from "convex/react";
import { api } from "../convex/_generated/api";

const email = "ada@example.com";

/** Bad: the client calls an action; a second click is a second payment. */
export function BuyNowButton() {
  // ✗ action-called-from-client
  const checkout = useAction(api.orders.checkout);
  const buy = () => checkout({ email, lines: [{ sku: "mug", quantity: 2 }], country: "de" });
  return <button onClick={() => void buy()}>Buy now</button>;
}

/** Good: the client calls a mutation, which writes the order down and schedules the payment. */
export function OrderButton() {
  const place = useMutation(api.orders.place);
  const order = () => place({ email, lines: [{ sku: "tea-green", quantity: 1 }] });
  return <button onClick={() => void order()}>Order</button>;
}

export function Orders() {
  const orders = useQuery(api.orders.list, { email }) ?? [];
  return (
    <ul>
      {orders.map((order) => (
        <li key={order._id}>
          {(order.totalCents / 100).toFixed(2)} € · {order.status}
        </li>
      ))}
    </ul>
  );
}
