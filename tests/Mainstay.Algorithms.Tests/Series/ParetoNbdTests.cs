using Mainstay.Algorithms.Series;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Series;

public sealed class ParetoNbdTests
{
    private static readonly ParetoNbd Published = new(0.553, 10.578, 0.606, 11.669);

    [Fact]
    public void Is_sure_on_the_day_of_a_contact() => Assert.Equal(1, Published.Alive(ContactHistory.InWeeks(3, 38.86, 38.86)));

    [Fact]
    public void Falls_with_silence_whichever_rate_parameter_is_larger() => Laws.Hold(
        Laws.Three(Laws.Histories, Laws.Between(0.1, 100), Laws.Between(0.5, 40)), triple =>
        {
            var (tie, days, alpha) = triple;
            var model = Published with { Alpha = alpha };
            return model.Alive(tie) is >= 0 and <= 1 && model.Alive(tie.After(days)) <= model.Alive(tie) + 1e-9;
        });

    [Fact]
    public void Its_two_forms_meet_where_the_rate_parameters_are_equal() => Close(
        (Published with { Alpha = 11.669 - 1e-9 }).LogLikelihood([ContactHistory.InWeeks(4, 20, 39)]),
        (Published with { Alpha = 11.669 + 1e-9 }).LogLikelihood([ContactHistory.InWeeks(4, 20, 39)]), 1e-9);
}
