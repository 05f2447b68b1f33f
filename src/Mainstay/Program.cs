using Mainstay;
using Mainstay.Cli;

return await House.Run(args, Surroundings.OfProcess());
