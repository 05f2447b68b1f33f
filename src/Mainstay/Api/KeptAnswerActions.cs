using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Api;

/// <summary>Requests that carry an Idempotency-Key are done once: the answer is kept in the transaction that does the work, so that there are both or neither.</summary>
internal static class KeptAnswerActions
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 255;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private static readonly ConcurrentDictionary<(Guid Space, Guid Key), bool> BeingDone = new();

    public static async Task<ApiAnswer> Once(this ApiCall call, string key, Func<ApiCall, Task<ApiAnswer>> work)
    {
        if (key.Length is 0 or > LongestKey || key.Any(c => c is < ' ' or > '~')) throw ApiCall.Wrong(Header, "Api.OddKey", LongestKey);
        var (id, request) = (IdOf(call.Visit.Guest is { } guest && (!guest.IsOwner || guest.IsInCircle) ? $"{guest.AccountId} {key}" : key), await FingerprintOf(call));
        if (!BeingDone.TryAdd((call.Store.SpaceId, id), true)) throw new Conflict("Api.KeyBeingDone");
        try
        {
            return await DoneOnce(call, id, request, work);
        }
        finally
        {
            BeingDone.TryRemove((call.Store.SpaceId, id), out _);
        }
    }

    /// <summary>Forgets answers that are older than a day.</summary>
    public static Task<int> ForgetAnswers(this Store store, TimeProvider clock, CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        return store.KeptAnswers.Where(a => a.At <= before).ExecuteDeleteAsync(stop);
    }

    private static async Task<ApiAnswer> DoneOnce(ApiCall call, Guid id, byte[] request, Func<ApiCall, Task<ApiAnswer>> work)
    {
        await using var writing = await call.Store.WriteAlone(call.Stop);
        await call.Store.ForgetAnswers(call.Clock, call.Stop);
        if (await call.Store.KeptAnswers.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, call.Stop) is { } kept)
            return kept.Request.AsSpan().SequenceEqual(request) ? new(kept.Status, kept.Body) { Location = kept.Location, IsRepeated = true } : throw ApiCall.Wrong(Header, "Api.KeyOfAnother");
        var answer = await work(call);
        call.Store.Add(new KeptAnswer { Id = id, Request = request, Status = answer.Status, Location = answer.Location, Body = call.IsConfidential ? null : answer.Body, At = call.Clock.GetUtcNow().UtcDateTime });
        await call.Store.SaveChangesAsync(call.Stop);
        await writing.CommitAsync(call.Stop);
        return answer;
    }

    private static Guid IdOf(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16), bigEndian: true);

    private static async Task<byte[]> FingerprintOf(ApiCall call)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{call.Http.Request.Method} {call.Http.Request.Path}{call.Http.Request.QueryString}\n{call.Http.Request.ContentType}\n"));
        if (call.Operation.Body is not null) await call.AddSent(hash);
        return hash.GetHashAndReset();
    }
}
