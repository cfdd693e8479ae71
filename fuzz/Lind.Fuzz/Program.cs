System.Console.WriteLine("usage: see README.md");return 2;
