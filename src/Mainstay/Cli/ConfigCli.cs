using System.CommandLine;
using Mainstay.Storage;
using Spectre.Console;

namespace Mainstay.Cli;

/// <summary><c>config</c>: the settings in force, and where each comes from.</summary>
internal static class ConfigCli
{
    public static Command Command(Shell shell)
    {
        var config = new Command("config", "Cli.HelpConfig");
        config.SetAction((typed, _) => shell.Guard(() => Task.FromResult(Show(shell, typed))));
        return config;
    }

    private static int Show(Shell shell, ParseResult typed)
    {
        var settings = shell.SettingsOf(typed).Explain(shell.Around.Variable, typed.GetValue(shell.Data) is not null);
        var paper = new Paper(shell.Around, typed.GetValue(shell.AsJson));
        if (paper.AsJson) paper.Write(settings);
        else paper.Console.Write(Table(settings));
        return Shell.Fine;
    }

    private static Table Table(IReadOnlyList<Setting> settings)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumns("", "", "");
        foreach (var setting in settings) table.AddRow(new Text(setting.Name), new Text(setting.Value), new Text(setting.Source));
        return table;
    }
}
