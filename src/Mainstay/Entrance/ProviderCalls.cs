using System.Net;
using System.Text.Json;
using Mainstay.Outside;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Entrance;

/// <summary>What is asked of the provider itself, by this server and not by the browser. It may lie in the server's own network, for who runs the server named it; it is led nowhere else, and what it answers is short and comes soon.</summary>
public sealed class ProviderCalls(Settings settings) : IDisposable
{
    private const int Most = 256 * 1024;

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

    private readonly OutsideCalls calls = OutsideCalls.ForOperator();

    public string Name { get; } = settings.ProviderName()!;

    /// <summary>What stands at an address of the provider.</summary>
    public async Task<string> Get(Uri address, string? key, CancellationToken stop)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (key is not null) request.Headers.Authorization = new("Bearer", key);
        var (status, text) = await Ask(request, stop);
        return status == HttpStatusCode.OK ? text : throw new ProviderRefused("Entrance.ProviderUnready", Name, (int)status);
    }

    /// <summary>What the provider answers; any status.</summary>
    public async Task<(HttpStatusCode Status, string Text)> Ask(HttpRequestMessage request, CancellationToken stop)
    {
        if (!ProviderSettings.IsPrivate(request.RequestUri)) throw new ProviderRefused("Entrance.ProviderOdd", Name);
        request.Headers.Accept.Add(new("application/json"));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Within);
        try
        {
            using var answer = await calls.Send(request, patience.Token);
            return (answer.StatusCode, System.Text.Encoding.UTF8.GetString(await OutsideCalls.Read(answer, Most, Within, patience.Token)));
        }
        catch (OutsideFailed failed)
        {
            throw new ProviderRefused("Entrance.ProviderNotReached", Name, failed.Reason.InWords());
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new ProviderRefused("Entrance.ProviderNotReached", Name, new Reason("Outside.TooSlow").InWords());
        }
    }

    /// <summary>What was answered, as JSON; a refusal when it is none.</summary>
    public JsonElement Read(string text)
    {
        try
        {
            using var read = JsonDocument.Parse(text);
            return read.RootElement.ValueKind == JsonValueKind.Object ? read.RootElement.Clone() : throw new ProviderRefused("Entrance.ProviderOdd", Name);
        }
        catch (JsonException)
        {
            throw new ProviderRefused("Entrance.ProviderOdd", Name);
        }
    }

    public void Dispose() => calls.Dispose();
}
