using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Cli;

/// <summary>Runs commands: opens the house on the asked data folder, and turns refusals into a sentence and an exit code. The options that all commands share are its own: an option keeps every command it was added to, so that a static one keeps all that were ever built.</summary>
/// <param name="around">What the program finds around it.</param>
/// <param name="furnish">Gives the services of the house for these settings.</param>
public sealed class Shell(Surroundings around, Func<Settings, TimeProvider, IServiceCollection> furnish)
{
    public const int Fine = 0, No = 1, WrongUsage = 2;

    public Option<string?> Data { get; } = new("--data") { Description = "Cli.HelpData", Recursive = true, HelpName = "DIR" };

    public Option<bool> AsJson { get; } = new("--json") { Description = "Cli.HelpJson", Recursive = true };

    public Option<string?> Space { get; } = new("--space") { Description = "Cli.HelpSpace", Recursive = true, HelpName = "NAME-OR-ID" };

    public Option<bool> NoBackup { get; } = new("--no-backup") { Description = "Cli.HelpNoBackup", Recursive = true };

    /// <summary>Free words of an argument; what looks like an option nobody knows is refused rather than taken for a word.</summary>
    public static Argument<string[]> Words(string name, string description, ArgumentArity arity)
    {
        var words = new Argument<string[]>(name) { Description = description, Arity = arity, HelpName = name };
        words.Validators.Add(typed =>
        {
            foreach (var token in typed.Tokens.Where(t => t.Value.Length > 2 && t.Value.StartsWith("--", StringComparison.Ordinal))) typed.Mistake("Cli.OptionUnknown", token.Value);
        });
        return words;
    }

    public Surroundings Around => around;

    public Settings SettingsOf(ParseResult parsed)
    {
        var settings = Settings.From(around.Variable, parsed.GetValue(Data));
        return settings with { BackUpFirst = !parsed.GetValue(NoBackup), Space = parsed.GetValue(Space) ?? settings.Space };
    }

    /// <summary>Does the work of a command at a desk of the local owner, on a database brought up to date.</summary>
    public Task<int> At(ParseResult parsed, Func<Desk, Task<int>> work, CancellationToken stop) => In(parsed, async scope =>
    {
        var owner = await scope.ServiceProvider.GetRequiredService<Store>().EnterAsLocalOwner(around.Clock, stop, SettingsOf(parsed).Space);
        Languages.Speak(owner.Culture);
        await using var desk = new Desk(scope, owner, this, parsed);
        return await Guard(() => work(desk)); // in here, so that a refusal is said in the owner's language
    }, stop);

    /// <summary>Does the work of a command in the house and in nobody's network, on a database brought up to date.</summary>
    public Task<int> In(ParseResult parsed, Func<AsyncServiceScope, Task<int>> work, CancellationToken stop) => Guard(async () =>
    {
        await using var services = furnish(SettingsOf(parsed), around.Clock).BuildServiceProvider();
        if (await services.BringUpToDate(stop) is { } backup) around.Error.WriteLine(Speech.Say("Storage.BackedUpFirst", backup));
        await using var scope = services.CreateAsyncScope();
        return await work(scope);
    });

    /// <summary>Looks something up for a completion: nothing is made or migrated for it, and when it cannot be had there is none.</summary>
    public IReadOnlyList<string> Peek(ParseResult parsed, Func<Store, Task<IReadOnlyList<string>>> look)
    {
        var settings = SettingsOf(parsed);
        if (!settings.IsPostgres && !File.Exists(settings.SqliteFile)) return [];
        using var services = furnish(settings, around.Clock).BuildServiceProvider();
        using var scope = services.CreateScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        try
        {
            return Task.Run(async () => await store.FindLocalOwner(default, settings.Space) is not null ? await look(store) : []).GetAwaiter().GetResult();
        }
        catch (DbException) // an older schema, a server that does not answer: no reason to disturb somebody who types
        {
            return [];
        }
    }

    /// <summary>Does work that opens no store, with the same answers to refusals.</summary>
    public async Task<int> Guard(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Mistaken mistake)
        {
            foreach (var problem in mistake.Problems) around.Error.WriteLine(problem.Sentence.InWords());
            return WrongUsage;
        }
        catch (Refusal refusal)
        {
            around.Error.WriteLine(refusal.Reason.InWords());
            return No;
        }
        catch (OperationCanceledException)
        {
            around.Error.WriteLine(Speech.Say("Cli.Stopped"));
            return No;
        }
        catch (Exception disk) when (disk.IsFromTheWorld())
        {
            around.Error.WriteLine(disk.AsSentence().InWords());
            return No;
        }
    }

    /// <summary>Runs what was typed.</summary>
    public async Task<int> Run(RootCommand root, IReadOnlyList<string> args, CancellationToken stop = default)
    {
        Languages.Speak(Languages.OfTerminal(around.Variable)); // until it is known whose desk it is
        var parsed = root.Read(args);
        if (parsed.Action is ParseErrorAction mistake) return Misunderstood(parsed, mistake);
        using var leaving = new Interruption(around, stop);
        try
        {
            var code = await parsed.InvokeAsync(new() { Output = around.Out, Error = around.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, leaving.Asked);
            return parsed.Errors.Count > 0 ? WrongUsage : code;
        }
        catch (Exception bug) // the one place where a mistake of the program ends
        {
            around.Error.WriteLine(Speech.Say("Cli.OurFault"));
            if (Settings.From(around.Variable, null).Log != "quiet") around.Error.WriteLine(bug);
            return No;
        }
    }

    /// <summary>What was wrong, and where to read more: on standard error, so that nothing takes it for an answer.</summary>
    private int Misunderstood(ParseResult parsed, ParseErrorAction mistake)
    {
        around.Error.WriteLine(Mistyped.InWords(parsed, mistake));
        around.Error.WriteLine(Speech.Say("Cli.SeeHelp", Help.Path(parsed.CommandResult.Command)));
        return WrongUsage;
    }
}
