from dotenv import dotenv_values, find_dotenv, load_dotenv
