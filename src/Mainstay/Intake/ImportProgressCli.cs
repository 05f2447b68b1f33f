using Mainstay.Cli;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.Intake;

/// <summary>A progress bar on standard error, when that is a terminal.</summary>
internal static class ImportProgressCli
{
    public static async Task<ImportReport> Show(Desk desk, IReadOnlyList<Reading> readings, Func<Action<string, int>?, Task<ImportReport>> work)
    {
        if (!desk.Around.IsErrorTerminal || desk.Paper.AsJson) return await work(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(desk.Around.Error), ColorSystem = desk.Around.WantsNoColour ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect });
        var bar = console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn());
        return await bar.StartAsync(async context =>
        {
            var tasks = readings.DistinctBy(r => r.File).ToDictionary(r => r.File, r => (Reading: r, Task: context.AddTask(Markup.Escape(r.File), autoStart: false)));
            return await work((file, rows) =>
            {
                var (reading, task) = tasks[file];
                if (!task.IsStarted) task.StartTask();
                task.Description = Markup.Escape(Speech.Say("Intake.Progress", file, rows));
                if (reading.Share() is { } share) task.Value = 100 * share;
                else task.IsIndeterminate = true;
            });
        });
    }
}
