using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Mainstay.Benchmarks;

/// <summary>Reading people through the API, beside a bare endpoint that asks the same database one question.</summary>
internal static class ApiBench
{
    private const int Clients = 8, Rounds = 5, People = 200;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<Measured>> Run(string root, string data)
    {
        await using var served = await ProgramBench.Served(root, data, ("MAINSTAY_API_LIMIT", "0"));
        var bare = Bare(Path.Combine(data, "mainstay.db"));
        await bare.StartAsync();
        try
        {
            using var client = await SignedIn.Browser(data, served.Address, Clients);
            var list = await client.GetFromJsonAsync<JsonElement>($"{served.Address}/api/people?limit={People}");
            var ids = list.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()!).ToArray();
            Uri[] ours = [.. ids.Select(id => new Uri($"{served.Address}/api/people/{id}"))], theirs = [.. ids.Select(id => new Uri($"{bare.Urls.Single()}/people/{id}"))];
            var cold = await EachOnce(client, ours);
            await Rate(client, theirs);
            var (api, point) = (new List<double>(), new List<double>());
            for (var i = 0; i < Rounds; i++)
            {
                point.Add(await Rate(client, theirs));
                api.Add(await Rate(client, ours));
            }
            return
            [
                Measured.Of("a person through the API, for the first time", "ms", null, cold),
                Measured.Of("people through the API, 8 clients", "/s", null, api),
                Measured.Of("a bare endpoint with one query, 8 clients", "/s", null, point),
                Measured.Of("bare answers to one of the API", "×", 2, [.. point.Zip(api, (p, a) => p / a)]),
            ];
        }
        finally
        {
            await bare.DisposeAsync();
        }
    }

    /// <summary>Answers in a second.</summary>
    private static async Task<double> Rate(HttpClient client, Uri[] addresses)
    {
        var (started, answers) = (Stopwatch.GetTimestamp(), 0);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async first =>
        {
            for (var i = first; Stopwatch.GetElapsedTime(started) < Round; i += Clients)
            {
                using var answer = await client.GetAsync(addresses[i % addresses.Length]);
                answer.EnsureSuccessStatusCode();
                Interlocked.Increment(ref answers);
            }
        }));
        return answers / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<List<double>> EachOnce(HttpClient client, Uri[] addresses)
    {
        var times = new List<double>();
        foreach (var address in addresses)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(address);
            answer.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return times;
    }

    private static WebApplication Bare(string file)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ToString();
        var space = Space(connection);
#pragma warning disable RS0030 // as bare as can be
        app.MapGet("/people/{id:guid}", async (Guid id) =>
#pragma warning restore RS0030
        {
            await using var database = new SqliteConnection(connection);
            await database.OpenAsync();
            await using var query = database.CreateCommand();
            query.CommandText = """SELECT "Name" FROM "Person" WHERE "SpaceId" = $space AND "Id" = $id""";
            query.Parameters.AddWithValue("$space", space);
            query.Parameters.AddWithValue("$id", id.ToByteArray(bigEndian: true));
            return await query.ExecuteScalarAsync() is string name ? Results.Json(new { id, name }) : Results.NotFound();
        });
        return app;
    }

    private static byte[] Space(string connection)
    {
        using var database = new SqliteConnection(connection);
        database.Open();
        using var query = database.CreateCommand();
        query.CommandText = """SELECT "Id" FROM "Space" ORDER BY "Id" LIMIT 1""";
        return (byte[])query.ExecuteScalar()!;
    }
}
