using System.Text.Json;
using Mainstay.Intake;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Deliveries;

public static class DeliveriesQueries
{
    /// <summary>All deliveries that are not in yet, the latest first.</summary>
    public static Task<List<Delivery>> AllDeliveries(this Store store, CancellationToken stop) => store.Deliveries.AsNoTracking().OrderByDescending(d => d.Id).ToListAsync(stop);

    public static async Task<Delivery> DeliveryOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Deliveries.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, stop) ?? throw new NotFound("Deliveries.NotThere");

    /// <summary>The names of its files.</summary>
    public static IReadOnlyList<string> Names(this Delivery delivery) => JsonSerializer.Deserialize<List<string>>(delivery.Files, Json.OneLine) ?? [];

    /// <summary>What was seen in it; null while it is looked at.</summary>
    public static Look? Seen(this Delivery delivery) => delivery.Look is { } look ? JsonSerializer.Deserialize<Look>(look, Json.OneLine) : null;

    public static IReadOnlyDictionary<int, TableColumns> Explained(this Delivery delivery) => delivery.Columns is { } columns ? JsonSerializer.Deserialize<Dictionary<int, TableColumns>>(columns, Json.OneLine)! : [];

    public static IReadOnlyDictionary<string, string> SaidTheSame(this Delivery delivery) => delivery.Same is { } same ? JsonSerializer.Deserialize<Dictionary<string, string>>(same, Json.OneLine)! : [];
}
