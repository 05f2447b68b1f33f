using System.CommandLine;
using Mainstay.Storage;

namespace Mainstay.Rhythm;

/// <summary>The options of <c>mainstay tie</c> that say as what a tie counts, and what one thinks of them should it go quiet.</summary>
internal sealed class TieSaidCli
{
    /// <summary>Takes back what was said: it is no layer and no step.</summary>
    private const string Unsay = "unsay";

    private readonly Option<string?> importance = new Option<string?>("--importance") { Description = "Rhythm.HelpImportance", HelpName = "core|close|extended|wider|unsay" }.AcceptOnlyFromAmong("core", "close", "extended", "wider", Unsay);
    private readonly Option<string?> trust = Step("--trust", "Rhythm.HelpTrust");
    private readonly Option<string?> willing = Step("--willing", "Rhythm.HelpWilling");
    private readonly Option<string?> standing = Step("--standing", "Rhythm.HelpStanding");

    public IEnumerable<Option> All => [importance, trust, willing, standing];

    /// <summary>One act for each option that was typed.</summary>
    public IEnumerable<Func<Task>> Changes(ParseResult parsed, Store store, Guid person, CancellationToken stop)
    {
        if (parsed.GetValue(importance) is { } layer) yield return () => store.SetImportance(person, layer == Unsay ? null : Layers.Named(layer), stop);
        if (parsed.GetValue(trust) is { } trusted) yield return () => store.SetTrust(person, HowMuches.Named(trusted), stop);
        if (parsed.GetValue(willing) is { } ready) yield return () => store.SetWilling(person, HowMuches.Named(ready), stop);
        if (parsed.GetValue(standing) is { } ahead) yield return () => store.SetStanding(person, HowMuches.Named(ahead), stop);
    }

    private static Option<string?> Step(string name, string description) =>
        new Option<string?>(name) { Description = description, HelpName = "not|somewhat|much|unsay" }.AcceptOnlyFromAmong("not", "somewhat", "much", Unsay);
}
