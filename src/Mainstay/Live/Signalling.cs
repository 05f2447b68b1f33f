using System.Text.RegularExpressions;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Live;

public static partial class Signalling
{
    internal const string Channel = "mainstay";

    /// <summary>
    /// Says that something of this space and topic is another now, to whoever hears it in whichever process. It joins the open transaction:
    /// nobody hears of what was not kept. On SQLite nothing needs to be said, for there every commit is noticed.
    /// </summary>
    /// <param name="store">Whose space it is.</param>
    /// <param name="topic">A short name for machines, such as <c>session-</c> and an id. Nothing of anybody's belongs in it.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task Signal(this Store store, string topic, CancellationToken stop)
    {
        var said = Said(store.SpaceId, topic);
        if (store.IsPostgres) await store.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {said})", stop);
    }

    /// <summary>What is said of a space and a topic.</summary>
    internal static string Said(Guid space, string topic) =>
        Topic().IsMatch(topic) ? $"{space} {topic}" : throw new ArgumentException("A topic is a short name for machines.", nameof(topic));

    [GeneratedRegex(@"\A[a-z0-9-]{1,80}\z")]
    private static partial Regex Topic();
}
