using System.Collections.Concurrent;
using Mainstay.Storage;

namespace Mainstay.Api;

/// <summary>Answers that were worked out before, as long as nothing at all was written since.</summary>
internal sealed class ReadBefore(DataVersion version)
{
    private const long MostBytes = 32_000_000;

    private Shelf shelf = new("");

    /// <summary>The answer under this name: the one of before, or worked out now.</summary>
    public async Task<byte[]> Answer(ApiCall call, object name, Func<Task<object>> work)
    {
        name = (name, call.Store.ShowsPrivate);
        var now = await version.Now(() => call.Store, call.Stop);
        var current = Volatile.Read(ref shelf);
        if (current.Version != now) Volatile.Write(ref shelf, current = new(now));
        if (current.Answers.TryGetValue(name, out var before)) return before;
        var answer = ApiJson.Bytes(await work());
        if (Interlocked.Add(ref current.Bytes, answer.Length) <= MostBytes) current.Answers[name] = answer;
        return answer;
    }

    private sealed class Shelf(string version)
    {
        public long Bytes;

        public string Version => version;

        public ConcurrentDictionary<object, byte[]> Answers { get; } = new();
    }
}
