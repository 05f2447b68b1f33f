using Mainstay.Algorithms.Series;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Series;

/// <summary>Every row of the table of histories and silences, at the default parameters.</summary>
public sealed class AlivenessDefaultsTests
{
    [Fact]
    public void Every_row_agrees()
    {
        var rows = Read("aliveness_defaults").GetProperty("rows");
        Assert.Equal(56, rows.GetArrayLength());
        foreach (var row in rows.EnumerateArray())
        {
            var last = row.Number("t_x_weeks");
            var tie = ContactHistory.InWeeks(row.GetProperty("x").GetInt32(), last, last + row.Number("gap_weeks"));
            Close(row.Number("palive_tau05"), MbgNbd.Default.Alive(tie, 0.5), 1e-12);
            Close(row.Number("palive_tau1"), MbgNbd.Default.Alive(tie), 1e-12);
            Close(row.Number("pcontact13w_tau1"), MbgNbd.Default.ContactWithin(tie, 13), 1e-12);
            Close(row.Number("pcontact13w_tau05"), MbgNbd.Default.ContactWithin(tie, 13, 0.5), 1e-12);
            Close(row.Number("logit_13w"), ContactLogit.Default.ContactWithin(tie, 91), 1e-12);
            Close(row.Number("ensemble_13w"), ContactForecast.Default.ContactWithin(tie, 91), 1e-12);
        }
    }

    [Fact]
    public void The_table_was_made_with_the_default_parameters()
    {
        var parameters = Read("aliveness_defaults").GetProperty("parameters");
        var (weeks, logit) = (parameters.GetProperty("mbg_weeks"), parameters.GetProperty("logit"));
        Assert.Equal(new MbgNbd(weeks.Number("r"), weeks.Number("alpha"), weeks.Number("a"), weeks.Number("b")), MbgNbd.Default);
        Assert.Equal(
            new ContactLogit(
                logit.Number("intercept"), logit.Number("ln_gap_plus_1_over_H"), logit.Number("ln_1_plus_x"), logit.Number("ln_T_plus_1_over_H")),
            ContactLogit.Default);
    }
}
