import { accountIdReference, type CanonicalField, sketchTable } from './canonical-field.ts';

/**
 * One row per purchase or per item of one: orders, order items, invoice lines. Such rows are summed per account into
 * the customers; they are no table of their own. What a row is worth is its amount, else quantity times price.
 */
export const transactionFields: readonly CanonicalField[] = sketchTable(
  'transactions',
  { layer: 'outcome', known: 'after' },
  [
    {
      name: 'order_id',
      label: 'Order id',
      kind: 'text',
      content: 'id',
      tells: 2,
      as: [
        'order id, order number, order no, order nr, order, invoice, invoice id, invoice number, invoice no, transaction id, transaction number, transaction no',
        'receipt, receipt id, receipt number, sale id, purchase id, basket id, order reference, purchase order number, po number',
        'pedido, id pedido, id de pedido, numero de pedido, numero pedido, n pedido, factura, id factura, numero factura, numero de factura, n factura, ticket de compra, id transaccion',
        'ordine, id ordine, numero ordine, numero d ordine, n ordine, fattura, numero fattura, n fattura, scontrino, numero scontrino',
        'id do pedido, numero do pedido, encomenda, numero da encomenda, fatura, numero da fatura, nota fiscal, numero da nota fiscal',
        'commande, id commande, numero de commande, numero commande, n commande, facture, numero de facture, numero facture, n facture',
        'bestellnummer, bestell nr, bestell id, bestellung, auftragsnummer, auftrags nr, auftrag, rechnung, rechnungsnummer, rechnungs nr, beleg, belegnummer, beleg nr',
      ],
    },
    accountIdReference,
    {
      name: 'amount',
      label: 'Amount',
      kind: 'money',
      tells: 1,
      as: [
        'amount, total, total amount, line total, line amount, order total, order amount, order value, invoice amount, invoice total, net amount, gross amount, sum, revenue',
        'sales, sales amount, value, payment value, amount paid, paid, grand total, subtotal, net total, total price, extended price, line revenue, net sales, total sales, total value',
        'importe, importe total, total linea, importe linea, importe de linea, total pedido, importe pedido, total factura, importe factura, importe neto, importe bruto, monto, monto total, valor, ventas, base imponible, precio total',
        'importo, importo totale, totale, totale riga, importo riga, totale ordine, importo ordine, totale fattura, importo netto, importo fattura, imponibile, valore, prezzo totale',
        'valor total, montante, montante total, total da linha, total do pedido, valor do pedido, valor liquido, valor pago, preco total, total da fatura, valor da venda',
        'montant, montant total, total ligne, montant ligne, total ht, total ttc, montant ht, montant ttc, total commande, montant commande, total facture, montant facture, prix total, valeur',
        'betrag, gesamtbetrag, summe, gesamtsumme, gesamtpreis, umsatz, nettobetrag, bruttobetrag, rechnungsbetrag, rechnungssumme, positionsbetrag, positionswert, bestellwert, zeilensumme, wert, auftragswert, nettoumsatz',
      ],
    },
    {
      name: 'unit_price',
      label: 'Price of one',
      kind: 'money',
      tells: 1,
      as: [
        'price, unit price, item price, price each, selling price, net price, unit amount, price per unit, unit cost price, sale price',
        'precio, precio unitario, precio unidad, precio de venta, pvp, prezzo, prezzo unitario, prezzo di vendita, preco, preco unitario, valor unitario',
        'prix, prix unitaire, prix unitaire ht, prix de vente, pu, pu ht, preis, einzelpreis, stuckpreis, verkaufspreis, preis pro stuck',
      ],
    },
    {
      name: 'quantity',
      label: 'Quantity',
      kind: 'number',
      tells: 1.2,
      as: [
        'quantity, qty, quantity ordered, item quantity, units, units sold, units ordered, number of items, pieces',
        'cantidad, unidades, uds, cant, unidades vendidas, quantita, qta, pezzi, numero pezzi, quantidade, qtd, qtde',
        'quantite, qte, qte commandee, nombre d articles, menge, bestellmenge, anzahl, stuck, stuckzahl',
      ],
    },
    {
      name: 'bought_on',
      label: 'Bought on',
      kind: 'date',
      tells: 0.8,
      as: [
        'order date, date, purchase date, purchased on, purchased at, bought on, transaction date, invoice date, sale date, sold on, sales date, order purchase timestamp, order timestamp',
        'ordered on, ordered at, order created at, payment date, paid on, paid at, date of purchase, date of order, date of sale, created at, created on, created, timestamp, posting date, transaction time',
        'fecha, fecha de pedido, fecha pedido, fecha del pedido, fecha de compra, fecha compra, fecha factura, fecha de factura, fecha venta, fecha de venta, fecha de pago, fecha transaccion',
        'data, data ordine, data dell ordine, data acquisto, data di acquisto, data fattura, data vendita, data di vendita, data transazione',
        'data do pedido, data da compra, data de compra, data da fatura, data da venda, data da encomenda, data do pagamento',
        'date commande, date de commande, date de la commande, date d achat, date facture, date de facture, date de la facture, date de vente, date de paiement',
        'datum, bestelldatum, kaufdatum, rechnungsdatum, auftragsdatum, belegdatum, buchungsdatum, verkaufsdatum, bestellt am, gekauft am, datum der bestellung',
      ],
    },
  ],
);
